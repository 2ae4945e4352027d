using Petitions.Domain.Clocks;

namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Which limits were missed, and to whom each day falls: whom the holder waited for, else whoever worked on it.</summary>
internal static class LateClocks
{
    public static IReadOnlyList<LateClock> Of(IReadOnlyList<TimelineFact> facts, IReadOnlySet<string> notices, IReadOnlyList<HolderSpan> holders, DateOnly to)
    {
        var late = new List<LateClock>();
        foreach (var clock in facts.Where(fact => fact.Kind is nameof(ClockMet) or nameof(ClockOverdue) or nameof(ClockCancelled) && fact.IdOf("clockId") is not null)
            .GroupBy(fact => fact.IdOf("clockId")!.Value))
        {
            if (Span(clock, to) is { } span && span.Days > 0)
            {
                var rule = span.Told.Values.GetValueOrDefault("ruleId") ?? "";
                late.Add(new LateClock(clock.Key, rule, span.Due, span.Ended, span.Days, notices.Contains(rule), span.Told.Seq, Shares(span.Due, span.Days, holders)));
            }
        }

        return [.. late.OrderBy(clock => clock.DueOn).ThenBy(clock => clock.Seq)];
    }

    private static (DateOnly Due, DateOnly? Ended, int Days, TimelineFact Told)? Span(IEnumerable<TimelineFact> clock, DateOnly to)
    {
        var overdue = clock.FirstOrDefault(fact => fact.Kind == nameof(ClockOverdue));
        if (clock.FirstOrDefault(fact => fact.Kind == nameof(ClockMet)) is { } met && met.DayOf("on") is { } on)
        {
            var days = met.NumberOf("daysLate") ?? 0;
            return (on.AddDays(-days), on, days, met);
        }

        if (overdue?.DayOf("dueOn") is not { } due)
        {
            return null;
        }

        var ended = clock.FirstOrDefault(fact => fact.Kind == nameof(ClockCancelled))?.Day;
        return (due, ended, (ended ?? to).DayNumber - due.DayNumber, overdue!);
    }

    private static List<LateShare> Shares(DateOnly due, int days, IReadOnlyList<HolderSpan> holders)
    {
        var shares = new List<LateShare>();
        for (var day = due.AddDays(1); day <= due.AddDays(days); day = day.AddDays(1))
        {
            var holding = On(day, holders);
            if (shares.FindIndex(share => share.Holding == holding) is var at and >= 0)
            {
                shares[at] = shares[at] with { Days = shares[at].Days + 1 };
            }
            else
            {
                shares.Add(new LateShare(holding, 1));
            }
        }

        return shares;
    }

    /// <summary>Before the first day the first holder, after the last day the last.</summary>
    private static Holding On(DateOnly day, IReadOnlyList<HolderSpan> holders) =>
        (holders.FirstOrDefault(span => span.From <= day && day <= span.To) ?? (day < holders[0].From ? holders[0] : holders[^1])).Holding;
}
