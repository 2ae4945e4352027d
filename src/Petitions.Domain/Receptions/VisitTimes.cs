namespace Petitions.Domain.Receptions;

/// <summary>
/// Where the time of a visit went (候访、前往、接谈时间), read off its steps: there is no second truth that could differ from
/// them. Waiting, walking, talking and set-aside time make up the whole, to the second (journey J5 c).
/// </summary>
public sealed record VisitTimes(IReadOnlyList<VisitPeriod> Periods)
{
    public TimeSpan Waiting => Sum(VisitPeriodKind.Waiting);

    public TimeSpan Walking => Sum(VisitPeriodKind.Walking);

    public TimeSpan Talking => Sum(VisitPeriodKind.Talking);

    public TimeSpan Parked => Sum(VisitPeriodKind.Parked);

    /// <summary>From arrival to the end, or to now while it is open.</summary>
    public TimeSpan Total => Periods.Count == 0 ? TimeSpan.Zero : Periods[^1].To - Periods[0].From;

    /// <param name="steps">All steps of one visit, in any order.</param>
    /// <param name="now">Up to when an open visit counts.</param>
    public static VisitTimes Of(IEnumerable<ReceptionStep> steps, DateTime now)
    {
        var periods = new List<VisitPeriod>();
        (VisitPeriodKind Kind, DateTime From, int? Counter, Guid? StaffId)? open = null;
        var last = DateTime.MinValue;
        foreach (var step in steps.OrderBy(step => step.Number).ThenBy(step => step.At).ThenBy(step => step.Kind))
        {
            // Two nodes' clocks may differ by a blink: no step is before the one it follows.
            last = Later(last, Second(step.At));
            Close(periods, open, last);
            open = KindAfter(step.Kind) is { } kind ? (kind, last, step.Counter, step.StaffId) : null;
        }

        Close(periods, open, Later(last, Second(now)));
        return new VisitTimes(periods);
    }

    private static void Close(List<VisitPeriod> periods, (VisitPeriodKind Kind, DateTime From, int? Counter, Guid? StaffId)? open, DateTime at)
    {
        if (open is not { } period || at == period.From)
        {
            return;
        }

        // A second call is still the same walk.
        if (periods is [.., var before] && before.Kind == period.Kind && before.Counter == period.Counter && before.To == period.From)
        {
            periods[^1] = before with { To = at };
        }
        else
        {
            periods.Add(new VisitPeriod(period.Kind, period.From, at, period.Counter, period.StaffId));
        }
    }

    /// <summary>What a visitor does after a step; null after the last.</summary>
    internal static VisitPeriodKind? KindAfter(ReceptionStepKind step) => step switch
    {
        ReceptionStepKind.Arrived or ReceptionStepKind.Returned or ReceptionStepKind.Unparked or ReceptionStepKind.SentOn => VisitPeriodKind.Waiting,
        ReceptionStepKind.Called or ReceptionStepKind.CalledAgain => VisitPeriodKind.Walking,
        ReceptionStepKind.Started => VisitPeriodKind.Talking,
        ReceptionStepKind.Parked or ReceptionStepKind.Missed => VisitPeriodKind.Parked,
        _ => null,
    };

    private TimeSpan Sum(VisitPeriodKind kind) => TimeSpan.FromTicks(Periods.Where(period => period.Kind == kind).Sum(period => period.Length.Ticks));

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    /// <summary>The whole second a moment lies in: cut before anything is counted, so that the parts add up.</summary>
    internal static DateTime Second(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
