namespace Petitions.Domain.Petitions;

/// <summary>Text the petitioner added after filing. Shown beside the original with its own date and the way it came.</summary>
public sealed class PetitionAddition
{
    public const int TextMax = 5_000;
    public const int ReasonMax = 500;

    private PetitionAddition()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public DateTime At { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>List IntakeChannel; null when the petitioner added it himself online.</summary>
    public string? Channel { get; private set; }

    public Guid? TakenBy { get; private set; }

    /// <summary>Day of the call, the letter's arrival or the visit, apart from the day of entry (security.md D3).</summary>
    public DateOnly? HappenedOn { get; private set; }

    public string? LateReason { get; private set; }

    /// <summary>Random key of the clerk's form (security.md A5).</summary>
    public Guid? SubmissionKey { get; private set; }

    internal static PetitionAddition Create(Guid petitionId, string text, AdditionOrigin? origin, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        At = now,
        Text = Rule.RequireText(text, TextMax, "petition.addition"),
        Channel = origin?.Channel,
        TakenBy = origin?.TakenBy,
        HappenedOn = origin?.On,
        LateReason = string.IsNullOrWhiteSpace(origin?.LateReason) ? null : Rule.RequireText(origin.LateReason, ReasonMax, "entry.late-reason"),
        SubmissionKey = origin?.Key,
    };
}
