using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>
/// The timeline of a review (办理时间线), rebuilt from the log alone (journey J9, step 4): every day from receipt to closing
/// stands in exactly one span. Pure: the same facts give the same timeline for ever.
/// </summary>
public sealed record ReviewTimeline
{
    public required DateOnly From { get; init; }

    /// <summary>The day of closing; today while the matter is open.</summary>
    public required DateOnly To { get; init; }

    public required bool IsClosed { get; init; }

    public required IReadOnlyList<HolderSpan> Holders { get; init; }

    public required IReadOnlyList<TimelineGap> Gaps { get; init; }

    /// <summary>Who opened the matter and never did anything on it.</summary>
    public required IReadOnlyList<ReaderLine> OnlyRead { get; init; }

    public required IReadOnlyList<TextChange> Changes { get; init; }

    public required IReadOnlyList<LateClock> Late { get; init; }

    public int Days => To.DayNumber - From.DayNumber + 1;

    public static ReviewTimeline Rebuild(TimelineInput input)
    {
        var facts = input.Facts;
        var received = facts.FirstOrDefault(fact => fact.Kind == nameof(PetitionReceived));
        var days = facts.Count == 0 ? [input.Today] : new[] { facts[0].Day, received?.On ?? facts[0].Day };
        var from = days.Min();
        var closing = facts.LastOrDefault(fact => fact.Kind == nameof(PetitionClosed));
        var to = closing?.Day ?? input.Today;
        to = to < from ? from : to;
        var holders = HolderHistory.Of(facts, from, to, closing?.Seq);
        return new ReviewTimeline
        {
            From = from,
            To = to,
            IsClosed = closing is not null,
            Holders = holders,
            Gaps = GapsOf(input, from, to, closing is not null, holders),
            OnlyRead = OnlyReadOf(input),
            Changes = ChangesOf(input.Rounds),
            Late = LateClocks.Of(facts, input.NoticeRules, holders, to),
        };
    }

    /// <summary>Receipt begins the count, closing ends it; between, what members of staff did.</summary>
    private static IReadOnlyList<TimelineGap> GapsOf(TimelineInput input, DateOnly from, DateOnly to, bool closed, IReadOnlyList<HolderSpan> holders)
    {
        var acts = input.Facts.Where(fact => fact.ActorKind == ActorKind.Staff).Select(fact => fact.Day).Where(day => day > from && day <= to).Distinct().Order().ToList();
        // An open matter is idle up to and with today.
        var ends = closed ? acts.Append(to) : acts.Append(to.AddDays(1));
        var gaps = new List<TimelineGap>();
        var last = from;
        foreach (var next in ends)
        {
            if (next.DayNumber - last.DayNumber - 1 > input.GapDays)
            {
                var (first, end) = (last.AddDays(1), next.AddDays(-1));
                gaps.Add(new TimelineGap(first, end, Within(holders, first, end), ReadersOf(input.Reads.Where(read => read.Day >= first && read.Day <= end))));
            }

            last = next > last ? next : last;
        }

        return gaps;
    }

    private static List<HolderSpan> Within(IReadOnlyList<HolderSpan> holders, DateOnly from, DateOnly to) =>
        [.. holders.Where(span => span.From <= to && span.To >= from).Select(span => span with { From = span.From < from ? from : span.From, To = span.To > to ? to : span.To })];

    private static List<ReaderLine> OnlyReadOf(TimelineInput input)
    {
        var acted = input.Facts.Select(fact => fact.ActorId).OfType<Guid>().ToHashSet();
        return ReadersOf(input.Reads.Where(read => !acted.Contains(read.StaffId)));
    }

    private static List<ReaderLine> ReadersOf(IEnumerable<ReadingFact> reads) =>
        [.. reads.GroupBy(read => read.StaffId).Select(group => new ReaderLine(group.Key, group.Count(), group.Min(read => read.At), group.Max(read => read.At)))
            .OrderBy(line => line.First).ThenBy(line => line.StaffId)];

    private static List<TextChange> ChangesOf(IReadOnlyList<TextRound> rounds)
    {
        var changes = new List<TextChange>();
        foreach (var reply in rounds.GroupBy(round => round.ReplyId))
        {
            TextRound? before = null;
            foreach (var round in reply.OrderBy(round => round.Number))
            {
                var parts = before is null ? [] : round.Parts.Where(part => before.Parts.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key).Order(StringComparer.Ordinal).ToList();
                if (before is not null && parts.Count > 0)
                {
                    changes.Add(new TextChange(round.ReplyId, before.Number, round.Number, round.By, round.At, parts));
                }

                before = round;
            }
        }

        return [.. changes.OrderBy(change => change.At).ThenBy(change => change.ToRound)];
    }
}
