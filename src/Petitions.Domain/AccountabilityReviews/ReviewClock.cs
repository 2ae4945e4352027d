using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;

namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// A limit of one officer's review (陈述、复核、申诉期限), under the rules of procedure Accountability. It runs on the review
/// and on no matter: whoever handles the case sees nothing of it. What starts and ends it are the review's own facts.
/// </summary>
public sealed class ReviewClock
{
    public const int ReasonMax = 1_000;

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

    /// <summary>How much longer was asked for last, in the unit of the rule.</summary>
    public int? ExtensionAmount { get; private set; }

    public string? ExtensionReason { get; private set; }

    public Guid? ExtensionAskedBy { get; private set; }

    public Guid? ExtensionDecidedBy { get; private set; }

    /// <summary>Null while nobody has decided on it.</summary>
    public bool? ExtensionGranted { get; private set; }

    public bool IsExtensionAsked => ExtensionAmount is not null && ExtensionGranted is null;

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

    /// <summary>More time is asked for (申请延期), as for every other clock: before the limit ends, at most what the rule allows, once.</summary>
    /// <exception cref="RuleBrokenException">clock.not-running, clock.extension-*, review.extension-asked.</exception>
    public ExtensionRequested AskExtension(int amount, string? reason, ClockRule rule, Guid by, DateOnly today)
    {
        RequireExtendable(rule, today);
        Rule.Require(!IsExtensionAsked, "review.extension-asked");
        Rule.Require(amount > 0, "clock.extension-not-positive");
        Rule.Require(amount <= rule.ExtensionAmount, "clock.extension-too-long");
        ExtensionReason = Rule.RequireText(reason, ReasonMax, "clock.extension-needs-reason");
        (ExtensionAmount, ExtensionAskedBy, ExtensionDecidedBy, ExtensionGranted) = (amount, by, null, null);
        Version++;
        return new ExtensionRequested(ReviewId, Id, RuleId, amount, rule.ExtensionUnit!.Value.ToString(), ExtensionReason) { RunsOn = FactSubject.AccountabilityReview };
    }

    /// <summary>A second person grants it; the limit is counted anew with it.</summary>
    /// <exception cref="RuleBrokenException">clock.not-running, clock.extension-*, review.extension-none.</exception>
    public ExtensionApproved Extend(ClockRule rule, WorkingCalendar calendar, Guid by, DateOnly today)
    {
        RequireExtendable(rule, today);
        RequireAsked(by);
        var old = DueOn;
        var longer = new ClockSpan(ExtensionAmount!.Value, rule.ExtensionUnit!.Value);
        DueOn = new DeadlineCalculator(calendar).Compute(StartOn, new ClockSpan(rule.Amount, rule.Unit), rule.Roll, extensions: [longer]).Due;
        (ExtensionDecidedBy, ExtensionGranted) = (by, true);
        Version++;
        return new ExtensionApproved(ReviewId, Id, RuleId, old, DueOn) { RunsOn = FactSubject.AccountabilityReview };
    }

    /// <summary>It is refused; the limit runs on as it was.</summary>
    /// <exception cref="RuleBrokenException">clock.not-running, review.extension-none, review.reason.</exception>
    public ExtensionRefused RefuseExtension(string? reason, Guid by)
    {
        Rule.Require(State == ReviewClockState.Running, "clock.not-running");
        RequireAsked(by);
        var why = Rule.RequireText(reason, ReasonMax, "review.reason");
        (ExtensionDecidedBy, ExtensionGranted) = (by, false);
        Version++;
        return new ExtensionRefused(ReviewId, Id, RuleId, why) { RunsOn = FactSubject.AccountabilityReview };
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

    private void RequireExtendable(ClockRule rule, DateOnly today)
    {
        Rule.Require(State == ReviewClockState.Running, "clock.not-running");
        Rule.Require(rule.ExtensionTimes > 0 && rule.RuleId == RuleId && rule.Version == RuleVersion, "clock.extension-not-allowed");
        Rule.Require(ExtensionGranted != true, "clock.extension-times-used");
        Rule.Require(today > StartOn, "clock.extension-before-start");
        Rule.Require(today < DueOn, "clock.extension-after-due");
    }

    private void RequireAsked(Guid by)
    {
        Rule.Require(IsExtensionAsked, "review.extension-none");
        Rule.Require(by != ExtensionAskedBy, "review.decided-by-member");
    }
}
