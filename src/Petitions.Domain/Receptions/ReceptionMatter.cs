namespace Petitions.Domain.Receptions;

/// <summary>The bridge between a visit and a matter (关联信访事项). A visit may have several.</summary>
public sealed class ReceptionMatter
{
    private ReceptionMatter()
    {
    }

    public Guid ReceptionId { get; private set; }

    public Guid PetitionId { get; private set; }

    public ReceptionMatterKind Kind { get; private set; }

    public DateTime At { get; private set; }

    internal static ReceptionMatter Create(Guid receptionId, Guid petitionId, ReceptionMatterKind kind, DateTime now) =>
        new() { ReceptionId = receptionId, PetitionId = petitionId, Kind = kind, At = now };
}
