namespace Petitions.Domain.Clocks;

/// <summary>A running deadline (期限) of one matter. It keeps the rule version and the amounts it began under.</summary>
public sealed class PetitionClock
{
    private readonly List<ClockPause> pauses = [];
    private readonly List<ClockExtension> extensions = [];

    private PetitionClock()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>The measure, promise or contribution the clock belongs to, where a matter has several at once.</summary>
    public Guid? TopicId { get; private set; }

    public string RuleId { get; private set; } = "";

    public int RuleVersion { get; private set; }

    public string StartFactKind { get; private set; } = "";

    public DateOnly StartOn { get; private set; }

    public int Amount { get; private set; }

    public ClockUnit Unit { get; private set; }

    public ClockRoll Roll { get; private set; }

    /// <summary>The date named in the start fact; it wins over the counted one.</summary>
    public DateOnly? NamedDueOn { get; private set; }

    public DateOnly RawOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public IReadOnlyList<int> WarnDays { get; private set; } = [];

    public IReadOnlyList<DateOnly> WarnOn { get; private set; } = [];

    public IReadOnlyList<DateOnly> WarnedOn { get; private set; } = [];

    public bool Provisional { get; private set; }

    public bool UncoveredYear { get; private set; }

    public ClockState State { get; private set; }

    public string? StopFactKind { get; private set; }

    public DateOnly? StoppedOn { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Calendar days after the due date; 0 = in time. Set when the clock is met.</summary>
    public int LateDays { get; private set; }

    public DateOnly? OverdueRecordedOn { get; private set; }

    /// <summary>Day on which the clock watch has something to do next; null when nothing is left.</summary>
    public DateOnly? NextStepOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ClockPause> Pauses => pauses;

    public IReadOnlyList<ClockExtension> Extensions => extensions;

    public bool IsOpen => State is ClockState.Running or ClockState.Paused;

    public static PetitionClock Start(Guid petitionId, ClockChange.Open open, WorkingCalendar calendar, DateTime now)
    {
        var rule = open.Rule;
        Rule.Require(rule.Unit != ClockUnit.Hour, "clock.hours-are-instants");
        var clock = new PetitionClock
        {
            Id = Guid.CreateVersion7(now),
            PetitionId = petitionId,
            TopicId = open.TopicId,
            RuleId = rule.RuleId,
            RuleVersion = rule.Version,
            StartFactKind = open.StartFactKind,
            StartOn = open.StartOn,
            Amount = rule.Amount,
            Unit = rule.Unit,
            Roll = open.Roll,
            NamedDueOn = open.NamedDueOn,
            WarnDays = [.. rule.WarnDays],
            State = ClockState.Running,
        };
        clock.Count(calendar);
        return clock;
    }

    /// <summary>Whether a pause may be asked for at all; which one is refused by <see cref="RequirePausable"/>.</summary>
    public bool IsPausable(ClockRule rule, DateOnly today) => State == ClockState.Running && rule.Pausable && NamedDueOn is null && today > StartOn;

    /// <summary>Whether an extension may be asked for at all; which one is refused by <see cref="RequireExtendable"/>.</summary>
    public bool IsExtendable(ClockRule rule, DateOnly today) =>
        State == ClockState.Running && extensions.Count < rule.ExtensionTimes && NamedDueOn is null && today > StartOn && today < DueOn;

    /// <summary>Refuses what the rule does not allow; asked when a pause is proposed and again when it begins.</summary>
    /// <exception cref="RuleBrokenException">clock.not-running, clock.pause-*.</exception>
    public void RequirePausable(string reasonCode, DateOnly from, ClockRule rule, DateOnly today)
    {
        Rule.Require(State == ClockState.Running, "clock.not-running");
        RequireOwn(rule);
        Rule.Require(rule.Pausable && NamedDueOn is null, "clock.pause-not-allowed");
        Rule.Require(rule.PauseReasons.Contains(reasonCode), "clock.pause-reason-unknown");
        Rule.Require(from <= today, "clock.pause-in-future");
        Rule.Require(from > StartOn, "clock.pause-before-start");
        Rule.Require(pauses.All(p => p.Restart <= from), "clock.pause-before-restart");
        Rule.Require(from <= RawOn, "clock.pause-after-due");
    }

    public ClockPause Pause(PauseRequest request, ClockRule rule, DateOnly today, DateTime now)
    {
        RequirePausable(request.ReasonCode, request.From, rule, today);
        Rule.Require(request.RequestedBy != Guid.Empty, "clock.pause-needs-requester");
        Rule.Require(request.ConfirmedBy != Guid.Empty, "clock.pause-needs-confirmation");
        Rule.Require(request.ConfirmedBy != request.RequestedBy, "clock.pause-confirmed-by-requester");
        var pause = ClockPause.Begin(Id, request, now);
        pauses.Add(pause);
        State = ClockState.Paused;
        Version++;
        return pause;
    }

    public void Resume(DateOnly restart, DateOnly today, WorkingCalendar calendar)
    {
        Rule.Require(State == ClockState.Paused, "clock.not-paused");
        var open = pauses.Single(p => p.Restart is null);
        Rule.Require(restart > open.From, "clock.resume-before-pause");
        Rule.Require(restart <= today, "clock.resume-in-future");
        open.End(restart);
        State = ClockState.Running;
        Count(calendar);
        Version++;
    }

    /// <summary>Refuses what the rule does not allow; asked when an extension is requested and again when it is granted.</summary>
    /// <exception cref="RuleBrokenException">clock.not-running, clock.extension-*.</exception>
    public void RequireExtendable(ClockSpan span, ClockRule rule, DateOnly today)
    {
        Rule.Require(State == ClockState.Running, "clock.not-running");
        RequireOwn(rule);
        Rule.Require(rule.ExtensionTimes > 0 && NamedDueOn is null, "clock.extension-not-allowed");
        Rule.Require(extensions.Count < rule.ExtensionTimes, "clock.extension-times-used");
        Rule.Require(span.Unit == rule.ExtensionUnit, "clock.extension-wrong-unit");
        Rule.Require(span.Amount > 0, "clock.extension-not-positive");
        Rule.Require(span.Amount <= rule.ExtensionAmount, "clock.extension-too-long");
        Rule.Require(today > StartOn, "clock.extension-before-start");
        Rule.Require(today < DueOn, "clock.extension-after-due");
    }

    public ClockExtension Extend(ExtensionGrant grant, ClockRule rule, DateOnly today, WorkingCalendar calendar, DateTime now)
    {
        RequireExtendable(grant.Span, rule, today);
        Rule.Require(!string.IsNullOrWhiteSpace(grant.Reason), "clock.extension-needs-reason");
        Rule.Require(grant.Approver != Guid.Empty, "clock.extension-needs-approver");
        Rule.Require(grant.ApproverRole == rule.ExtensionApproverRole, "clock.extension-wrong-approver");
        Rule.Require(grant.GrantedOn <= today, "clock.extension-in-future");
        Rule.Require(grant.GrantedOn > StartOn, "clock.extension-before-start");
        // A grant written down today with an earlier date would revive a missed clock, so both dates are checked.
        Rule.Require(grant.GrantedOn < DueOn, "clock.extension-after-due");
        var extension = ClockExtension.Grant(Id, grant, DueOn, now);
        extensions.Add(extension);
        Count(calendar);
        Version++;
        return extension;
    }

    public void RecordExtensionNotice(Guid extensionId, DateOnly on)
    {
        var extension = extensions.SingleOrDefault(e => e.Id == extensionId);
        Rule.Require(extension is not null, "clock.extension-unknown");
        extension!.RecordNotice(on);
        Version++;
    }

    /// <summary>The duty was done. On or before the due date is in time; a running pause ends that day.</summary>
    public void Meet(string factKind, DateOnly on, WorkingCalendar calendar)
    {
        Rule.Require(IsOpen, "clock.not-running");
        if (State == ClockState.Paused)
        {
            var open = pauses.Single(p => p.Restart is null);
            open.End(on > open.From ? on : open.From);
            Count(calendar);
        }

        State = ClockState.Met;
        StopFactKind = factKind;
        StoppedOn = on;
        LateDays = Math.Max(0, on.DayNumber - DueOn.DayNumber);
        Version++;
    }

    /// <summary>Ends the clock without counting it as met or missed.</summary>
    public void Cancel(string reason, DateOnly on, string? factKind = null)
    {
        Rule.Require(IsOpen, "clock.not-running");
        State = ClockState.Cancelled;
        CancelReason = reason;
        StopFactKind = factKind;
        StoppedOn = on;
        Version++;
    }

    /// <summary>Warning dates reached and not recorded yet; none while paused, none after the due date.</summary>
    public IReadOnlyList<DateOnly> WarningsDue(DateOnly asOf) => State != ClockState.Running || asOf > DueOn
        ? []
        : [.. WarnOn.Where(day => day <= asOf && !WarnedOn.Contains(day))];

    public void Warn(DateOnly day)
    {
        Rule.Require(State == ClockState.Running, "clock.not-running");
        Rule.Require(WarnOn.Contains(day), "clock.not-a-warning-day");
        Rule.Require(!WarnedOn.Contains(day), "clock.already-warned");
        WarnedOn = [.. WarnedOn, day];
        Version++;
    }

    /// <summary>Days late as they stand on a day: a clock that still runs grows later every day.</summary>
    public int LateOn(DateOnly day) => State == ClockState.Running ? Math.Max(0, day.DayNumber - DueOn.DayNumber) : LateDays;

    public bool IsOverdue(DateOnly asOf) => State == ClockState.Running && asOf > DueOn;

    public void MarkOverdue(DateOnly on)
    {
        Rule.Require(State == ClockState.Running, "clock.not-running");
        Rule.Require(on > DueOn, "clock.not-overdue");
        Rule.Require(OverdueRecordedOn is null, "clock.already-overdue");
        OverdueRecordedOn = on;
        Version++;
    }

    /// <summary>Set by the clock watch once the steps of a day are written.</summary>
    public void NextStep(DateOnly? on) => NextStepOn = on;

    /// <summary>Counts again after the calendar changed; true if a date or a calendar warning changed.</summary>
    public bool Recompute(WorkingCalendar calendar)
    {
        if (!IsOpen)
        {
            return false;
        }

        var before = (RawOn, DueOn, Provisional, UncoveredYear);
        var next = NextStepOn;
        Count(calendar);
        // What was recorded as overdue is not recorded again; its chasers go on as they were.
        NextStepOn = OverdueRecordedOn is null ? NextStepOn : next;
        var changed = before != (RawOn, DueOn, Provisional, UncoveredYear);
        Version += changed ? 1 : 0;
        return changed;
    }

    private void Count(WorkingCalendar calendar)
    {
        var deadline = NamedDueOn is { } named
            ? new Deadline(named, named, false, false)
            : new DeadlineCalculator(calendar).Compute(
                StartOn,
                new ClockSpan(Amount, Unit),
                Roll,
                [.. pauses.Where(p => p.Restart is not null).Select(p => new PauseSpan(p.From, p.Restart!.Value))],
                [.. extensions.Select(e => new ClockSpan(e.Amount, e.Unit))]);
        (RawOn, DueOn, Provisional, UncoveredYear) = deadline;
        WarnOn = [.. WarnDays.Select(days => DueOn.AddDays(-days)).Order()];
        NextStepOn = WarnOn.Concat([DueOn.AddDays(1)]).Where(day => !WarnedOn.Contains(day)).Min();
    }

    private void RequireOwn(ClockRule rule) =>
        Rule.Require(rule.RuleId == RuleId && rule.Version == RuleVersion, "clock.other-rule");
}
