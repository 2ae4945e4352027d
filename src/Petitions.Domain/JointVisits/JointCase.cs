namespace Petitions.Domain.JointVisits;

/// <summary>A matter that is heard at a joint visit.</summary>
public sealed class JointCase
{
    private JointCase()
    {
    }

    public Guid JointVisitId { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>1, 2, 3: the first one gives the papers their number.</summary>
    public int Position { get; private set; }

    internal static JointCase Of(Guid visitId, Guid petitionId, int position) => new() { JointVisitId = visitId, PetitionId = petitionId, Position = position };
}
