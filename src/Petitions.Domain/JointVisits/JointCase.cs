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

    /// <summary>Its joint visit is still to be held: the database keeps a matter at one such table only.</summary>
    public bool Open { get; private set; }

    /// <summary>When its petitioner was last told of a time: whoever was is told as well when his matter is dropped.</summary>
    public DateTime? ToldAt { get; private set; }

    internal static JointCase Of(Guid visitId, Guid petitionId, int position) => new() { JointVisitId = visitId, PetitionId = petitionId, Position = position, Open = true };

    internal void Told(DateTime now) => ToldAt = now;

    internal void End() => Open = false;
}
