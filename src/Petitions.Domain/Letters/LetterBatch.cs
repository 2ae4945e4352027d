using Petitions.Domain.Clocks;
using Petitions.Domain.Files;

namespace Petitions.Domain.Letters;

/// <summary>
/// A bag of letters that came on one day (来信批次; journey J3, domain.md row 18). Every scan is a row; the bag can be
/// closed only when every row has its disposition. Nothing of it lives in a browser: it is there again after any break.
/// </summary>
public sealed class LetterBatch
{
    public const int PlaceMax = 120;
    public const int ReasonMax = 500;
    public const int LettersMax = 100;

    private readonly List<OpenedLetter> letters = [];
    private readonly List<LetterHandOver> handOvers = [];

    private LetterBatch()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid SubmissionKey { get; private set; }

    /// <summary>Legal day of arrival; every limit of its letters counts from it.</summary>
    public DateOnly ReceivedOn { get; private set; }

    public Guid OpenedBy { get; private set; }

    public Guid? OpenedWith { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Set by the server.</summary>
    public DateTime EnteredAt { get; private set; }

    public string? LateReason { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<OpenedLetter> Letters => letters;

    public IReadOnlyList<LetterHandOver> HandOvers => handOvers;

    /// <exception cref="RuleBrokenException">entry.in-future, entry.late-reason, batch.place, batch.opened-with.</exception>
    public static (LetterBatch Batch, LetterBatchReceived Fact) Receive(NewLetterBatch bag, int lateDays, DateTime now)
    {
        var today = ChinaTime.DateOf(now);
        Rule.Require(bag.ReceivedOn <= today, "entry.in-future");
        Rule.Require(bag.OpenedWith != bag.OpenedBy, "batch.opened-with");
        var late = today.DayNumber - bag.ReceivedOn.DayNumber > lateDays;
        var batch = new LetterBatch
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = bag.OfficeId,
            SubmissionKey = bag.SubmissionKey,
            ReceivedOn = bag.ReceivedOn,
            OpenedBy = bag.OpenedBy,
            OpenedWith = bag.OpenedWith,
            Place = Rule.RequireText(bag.Place, PlaceMax, "batch.place"),
            EnteredAt = now,
            LateReason = late || !string.IsNullOrWhiteSpace(bag.LateReason) ? Rule.RequireText(bag.LateReason, ReasonMax, "entry.late-reason") : null,
            DueOn = bag.DueOn,
            Version = 1,
        };
        return (batch, new LetterBatchReceived(batch.Id, batch.OfficeId, batch.ReceivedOn, batch.OpenedBy, batch.OpenedWith, batch.Place, batch.LateReason));
    }

    /// <summary>A further letter: one scan, one row.</summary>
    /// <exception cref="RuleBrokenException">batch.closed, batch.full.</exception>
    public OpenedLetter Add(AttachmentDetails scan, string sealedName, DateTime now)
    {
        RequireOpen();
        Rule.Require(letters.Count < LettersMax, "batch.full");
        var letter = OpenedLetter.Create(Id, letters.Count == 0 ? 1 : letters.Max(row => row.Position) + 1, scan, sealedName, now);
        letters.Add(letter);
        Version++;
        return letter;
    }

    /// <summary>A third person goes on with it: the two who opened it may both be away. He receives the bag as they did.</summary>
    /// <exception cref="RuleBrokenException">batch.closed, batch.taker-has-it, batch.hand-over-reason.</exception>
    public LetterBatchReceived HandOver(Guid to, string? reason, Guid by, DateTime now)
    {
        RequireOpen();
        Rule.Require(to != OpenedBy && to != OpenedWith && handOvers.All(each => each.ToId != to), "batch.taker-has-it");
        var step = LetterHandOver.Of(this, by, to, Rule.RequireText(reason, ReasonMax, "batch.hand-over-reason"), now);
        handOvers.Add(step);
        Version++;
        return new LetterBatchReceived(Id, OfficeId, ReceivedOn, OpenedBy, OpenedWith, Place, LateReason, to, step.Reason);
    }

    /// <exception cref="RuleBrokenException">batch.closed, batch.empty, batch.rows-open.</exception>
    public LetterBatchClosed Close(Guid staffId, DateTime now)
    {
        RequireOpen();
        Rule.Require(letters.Count > 0, "batch.empty");
        Rule.Require(letters.All(letter => !letter.IsOpen), "batch.rows-open");
        (ClosedAt, ClosedBy) = (now, staffId);
        Version++;
        var codes = letters.Where(letter => letter.Disposition is not null).GroupBy(letter => letter.Disposition!)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => FormattableString.Invariant($"{group.Key}:{group.Count()}"));
        return new LetterBatchClosed(Id, letters.Count, string.Join('|', codes), letters.Count(letter => letter.SetAsideReason is not null));
    }

    private void RequireOpen() => Rule.Require(ClosedAt is null, "batch.closed");
}
