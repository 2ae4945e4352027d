namespace Petitions.Domain.Letters;

/// <summary>
/// A bag handed over to a third person of the letter room (来信批次移交): who gave it to whom, when and why. Added beside
/// the two who opened it, never instead of them. Append-only.
/// </summary>
public sealed class LetterHandOver
{
    private LetterHandOver()
    {
    }

    public Guid Id { get; private set; }

    public Guid BatchId { get; private set; }

    public Guid ById { get; private set; }

    public Guid ToId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime At { get; private set; }

    internal static LetterHandOver Of(LetterBatch batch, Guid by, Guid to, string reason, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        BatchId = batch.Id,
        ById = by,
        ToId = to,
        Reason = reason,
        At = now,
    };
}
