namespace Petitions.Domain.Petitions;

/// <summary>
/// Two matters an officer found to be one (并案、重复信访; domain.md 3.7, seed feature 17). Both keep number, receipt and
/// dates. A link is never deleted: what is undone gets an end and a reason.
/// </summary>
public sealed class PetitionLink
{
    public const int ReasonMax = 500;

    private PetitionLink()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The matter that was joined or came again.</summary>
    public Guid PetitionId { get; private set; }

    /// <summary>The one it is handled with, or the earlier one.</summary>
    public Guid TargetId { get; private set; }

    public PetitionLinkKind Kind { get; private set; }

    /// <summary>An officer found both to be of one person; only then may the petitioner read of the one in the other.</summary>
    public bool SamePerson { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid DecidedBy { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public string? EndReason { get; private set; }

    public int Version { get; private set; }

    internal static PetitionLink Create(Guid petitionId, Guid targetId, PetitionLinkKind kind, bool samePerson, string reason, Guid decidedBy, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        TargetId = targetId,
        Kind = kind,
        SamePerson = samePerson,
        Reason = reason,
        DecidedBy = decidedBy,
        At = now,
        Version = 1,
    };

    internal void End(string reason, Guid endedBy, DateTime now)
    {
        Rule.Require(EndedAt is null, "merge.ended");
        (EndReason, EndedBy, EndedAt) = (reason, endedBy, now);
        Version++;
    }
}
