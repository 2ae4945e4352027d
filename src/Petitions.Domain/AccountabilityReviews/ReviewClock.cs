using Petitions.Domain.Clocks;

namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// A limit of one officer's review (陈述、复核、申诉期限), under the rules of procedure Accountability. It runs on the review
/// and on no matter: whoever handles the case sees nothing of it. What starts and ends it are the review's own facts.
/// </summary>
public sealed class ReviewClock
{
    private ReviewClock()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string RuleId { get; private set; } = "";

    public int RuleVersion { get; private set; }

    public DateOnly StartOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public ReviewClockState State { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Calendar days after the due date; 0 = in time.</summary>
    public int LateDays { get; private set; }

    /// <summary>The day of the last warning, or the day it was recorded as overdue.</summary>
    public DateOnly? WarnedOn { get; private set; }

    public DateOnly? OverdueOn { get; private set; }

    public int Version { get; private set; }

    public static ReviewClock Start(Guid reviewId, Guid officerId, ClockRule rule, DateOnly on, DateOnly due, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ReviewId = reviewId,
        OfficerId = officerId,
        RuleId = rule.RuleId,
        RuleVersion = rule.Version,
        StartOn = on,
        DueOn = due,
        State = ReviewClockState.Running,
        Version = 1,
    };

    public void Meet(DateOnly on)
    {
        Rule.Require(State == ReviewClockState.Running, "clock.not-running");
        (State, EndedOn, LateDays) = (ReviewClockState.Met, on, Math.Max(0, on.DayNumber - DueOn.DayNumber));
        Version++;
    }

    /// <summary>A window nobody used; only after its last day.</summary>
    public void Lapse(DateOnly on)
    {
        Rule.Require(State == ReviewClockState.Running, "clock.not-running");
        Rule.Require(on > DueOn, "clock.not-overdue");
        (State, EndedOn) = (ReviewClockState.Lapsed, on);
        Version++;
    }

    /// <summary>True when a warning day was reached that nobody was told of yet.</summary>
    public bool Warn(IReadOnlyList<int> warnDays, DateOnly today)
    {
        if (State != ReviewClockState.Running || today > DueOn
            || !warnDays.Any(days => DueOn.AddDays(-days) <= today && (WarnedOn is null || DueOn.AddDays(-days) > WarnedOn)))
        {
            return false;
        }

        WarnedOn = today;
        Version++;
        return true;
    }

    /// <summary>True the first time it is found past its day.</summary>
    public bool MarkOverdue(DateOnly today)
    {
        if (State != ReviewClockState.Running || today <= DueOn || OverdueOn is not null)
        {
            return false;
        }

        OverdueOn = today;
        Version++;
        return true;
    }
}
