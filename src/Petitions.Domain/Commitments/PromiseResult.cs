namespace Petitions.Domain.Commitments;

/// <summary>One judgment of one promise, never changed: by the log itself, or by a person where it is the petitioner's.</summary>
public sealed class PromiseResult
{
    public const int NoteMax = 500;

    private PromiseResult()
    {
    }

    public Guid Id { get; private set; }

    public Guid PromiseId { get; private set; }

    public PromiseOutcome Outcome { get; private set; }

    /// <summary>Legal day of the deed, or of the due date it was missed on.</summary>
    public DateOnly Day { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The person who judged; null for the log.</summary>
    public Guid? JudgedBy { get; private set; }

    public string? Note { get; private set; }

    internal static PromiseResult Of(Guid promiseId, PromiseOutcome outcome, DateOnly day, DateTime now, Guid? by = null, string? note = null) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PromiseId = promiseId,
        Outcome = outcome,
        Day = day,
        At = now,
        JudgedBy = by,
        Note = note,
    };
}
