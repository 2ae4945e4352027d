namespace Petitions.Domain.Clocks;

/// <summary>
/// Decides, without side effects, which clocks a new fact opens, meets and cancels. Made once for a set of rules: what
/// is asked of every fact is looked up, so the many facts no rule speaks of cost nothing.
/// </summary>
public sealed class ClockPlan
{
    private readonly IReadOnlyCollection<ClockRule> rules;
    private readonly bool custodyNoRoll;
    private readonly ILookup<string, ClockRule> starting;
    private readonly ILookup<string, ClockRule> versions;
    private readonly HashSet<string> ending;
    private readonly ILookup<(string RuleId, int Version), ClockRule> byVersion;

    private const string InnerFinalRule = "RESULT_FINAL_3M";

    private const string Merging = "PetitionMerged";
    private const string Unmerging = "MergeUndone";

    // Facts after which what is known of the matter may have changed, so rules are asked again.
    private static readonly HashSet<string> Reassessing =
        ["TrackSet", "CategoryChanged", "UrgentRiskRaised", "ReplyExempted"];

    // Statutory decision clocks: where one of them governs the matter it is the final clock (note of RESULT_FINAL_3M).
    private static readonly HashSet<string> StatutoryFinals =
        ["NOPROS_REVIEW_3M", "CIVIL_SUPERVISION_3M", "ADMIN_SUPERVISION_3M", "COMP_DECIDE_2M"];

    public ClockPlan(IReadOnlyCollection<ClockRule> rules, bool custodyNoRoll = true)
    {
        (this.rules, this.custodyNoRoll) = (rules, custodyNoRoll);
        starting = rules.ToLookup(rule => rule.StartEvent);
        versions = rules.ToLookup(rule => rule.RuleId);
        byVersion = rules.ToLookup(rule => (rule.RuleId, rule.Version));
        ending = [.. rules.SelectMany(rule => rule.StopEvents.Concat(rule.CancelEvents)), .. Reassessing];
    }

    /// <param name="fact">The fact just appended.</param>
    /// <param name="history">Facts of the matter before it, oldest first.</param>
    /// <param name="clocks">All clocks of the matter, ended ones too.</param>
    /// <param name="subject">The matter as it is after the fact.</param>
    public IReadOnlyList<ClockChange> For(
        RecordedFact fact, IReadOnlyList<RecordedFact> history, IReadOnlyCollection<PetitionClock> clocks, ClockSubject subject)
    {
        if (fact.Kind == Unmerging)
        {
            return [.. Reopened(clocks)];
        }

        if (!ending.Contains(fact.Kind) && !starting.Contains(fact.Kind))
        {
            return [];
        }

        var changes = new List<ClockChange>();
        End(fact, clocks, subject, changes);
        // Stops come before starts, so one progress reply ends a month and begins the next.
        foreach (var rule in starting[fact.Kind].Where(r => MayOpen(r, fact, subject)))
        {
            changes.Add(Open(rule, fact, subject));
        }

        if (Reassessing.Contains(fact.Kind))
        {
            OpenLate(fact, history, clocks, subject, changes);
        }

        return changes;
    }

    private void End(RecordedFact fact, IReadOnlyCollection<PetitionClock> clocks, ClockSubject subject, List<ClockChange> changes)
    {
        var stopped = new HashSet<(string Rule, Guid? Topic)>();
        foreach (var clock in clocks.Where(c => c.IsOpen).OrderBy(c => c.StartOn).ThenBy(c => c.Id))
        {
            var rule = byVersion[(clock.RuleId, clock.RuleVersion)].SingleOrDefault();
            if (rule is null)
            {
                continue;
            }

            var sameTopic = fact.TopicId is null || clock.TopicId is null || fact.TopicId == clock.TopicId;
            if (rule.CancelEvents.Contains(fact.Kind) && sameTopic)
            {
                changes.Add(new ClockChange.Cancel(clock, "clock.cancelled-by-fact", fact));
            }
            else if (rule.StopEvents.Contains(fact.Kind) && sameTopic && IsLater(fact, clock))
            {
                if (stopped.Add((clock.RuleId, clock.TopicId ?? fact.TopicId)))   // one fact meets the earliest only
                {
                    changes.Add(new ClockChange.Meet(clock, fact));
                }
            }
            else if (Reassessing.Contains(fact.Kind) && ReasonToDrop(rule, fact, subject) is { } reason)
            {
                changes.Add(new ClockChange.Cancel(clock, reason, fact));
            }
        }
    }

    private void OpenLate(
        RecordedFact fact, IReadOnlyList<RecordedFact> history, IReadOnlyCollection<PetitionClock> clocks, ClockSubject subject,
        List<ClockChange> changes)
    {
        // Only what happened can have started a clock; the rules keep their order.
        var happened = history.Select(past => past.Kind).ToHashSet();
        foreach (var rule in rules.Where(r => r.StartEvent != fact.Kind && happened.Contains(r.StartEvent)))
        {
            var at = LastIndex(history, rule.StartEvent);
            if (at < 0 || !MayOpen(rule, history[at], subject))
            {
                continue;
            }

            // A matter that becomes an emergency later counts from the day of the change.
            var start = fact.Kind == "UrgentRiskRaised" && rule.Expression.Asks("Urgency")
                ? history[at] with { On = fact.On }
                : history[at];
            var open = Open(rule, start, subject);
            if (clocks.Any(c => c.RuleId == rule.RuleId && (c.StartOn == open.StartOn || c.IsOpen)))
            {
                continue;
            }

            var later = start.On == history[at].On ? history.Skip(at + 1).ToList() : [];
            var end = later.FirstOrDefault(f => rule.StopEvents.Contains(f.Kind) || rule.CancelEvents.Contains(f.Kind));
            if (end is null)
            {
                changes.Add(open);
            }
            else if (rule.StopEvents.Contains(end.Kind))
            {
                changes.Add(open with { MetBy = end });
            }
        }
    }

    /// <summary>A matter that goes its own way again has the limits it had when it was joined, counted from the day they counted from.</summary>
    private IEnumerable<ClockChange> Reopened(IReadOnlyCollection<PetitionClock> clocks)
    {
        foreach (var ended in clocks.Where(c => c is { State: ClockState.Cancelled, StopFactKind: Merging }).DistinctBy(c => (c.RuleId, c.StartOn, c.TopicId)))
        {
            var running = clocks.Any(c => c.RuleId == ended.RuleId && c.StartOn == ended.StartOn && c.TopicId == ended.TopicId && c.State != ClockState.Cancelled);
            if (!running && byVersion[(ended.RuleId, ended.RuleVersion)].SingleOrDefault() is { } rule)
            {
                yield return new ClockChange.Open(rule, ended.StartFactKind, ended.StartOn, ended.Roll) { NamedDueOn = ended.NamedDueOn, TopicId = ended.TopicId };
            }
        }
    }

    private bool MayOpen(ClockRule rule, RecordedFact start, ClockSubject subject) =>
        rule.Enabled
        && rule.Unit != ClockUnit.Hour   // hour clocks count instants: DeadlineCalculator.AddHours
        && rule.IsValidOn(start.On)
        && IsNewest(rule, start.On)
        && (rule.Track == "Any" || rule.Track == subject.Track)
        && rule.AppliesToSubject(subject)
        && rule.ExemptReasonFor(subject) is null
        && !StatutoryClockGoverns(rule, start.On, subject);

    private string? ReasonToDrop(ClockRule rule, RecordedFact fact, ClockSubject subject)
    {
        if (rule.ExemptReasonFor(subject) is not null)
        {
            return "clock.exempt";
        }

        if (StatutoryClockGoverns(rule, fact.On, subject))
        {
            return "clock.statutory-clock-runs";
        }

        // Only what these facts decide ends a clock; an emergency that calms down keeps its clock.
        var otherTrack = rule.Track != "Any" && rule.Track != subject.Track;
        var asksOnlyOfCategory = rule.Expression.Asks("") && !rule.AppliesToSubject(subject);
        return otherTrack || asksOnlyOfCategory ? "clock.no-longer-applies" : null;
    }

    private bool StatutoryClockGoverns(ClockRule rule, DateOnly on, ClockSubject subject) =>
        rule.RuleId == InnerFinalRule
        && StatutoryFinals.SelectMany(id => versions[id]).Any(r => r.Enabled && r.IsValidOn(on)
            && (subject.Track is null || r.Track == "Any" || r.Track == subject.Track)
            && r.AppliesToSubject(subject));

    // Several versions of one rule may be loaded for the clocks that began under them; the newest valid one opens.
    private bool IsNewest(ClockRule rule, DateOnly on) =>
        !versions[rule.RuleId].Any(r => r.Version > rule.Version && r.IsValidOn(on));

    private ClockChange.Open Open(ClockRule rule, RecordedFact start, ClockSubject subject)
    {
        var named = rule.DueFromFact ? start.NamedDueOn : null;
        if (named is not null && rule.RuleId == "COMMITMENT_MAX_3M")
        {
            // The signed end date wins, but never runs longer than the rule: without roll no calendar is needed.
            var latest = start.On.AddMonths(rule.Amount);
            named = named < latest ? named : latest;
        }

        return new ClockChange.Open(
            rule,
            start.Kind,
            rule.Amount < 0 ? start.PlannedOn ?? start.On : start.On,
            custodyNoRoll && subject.InCustody ? ClockRoll.None : rule.Roll)
        {
            NamedDueOn = named,
            TopicId = start.TopicId,
        };
    }

    // A clock that counts back starts at a day still to come, so any later fact may meet it.
    private static bool IsLater(RecordedFact fact, PetitionClock clock) => clock.Amount < 0 || fact.On >= clock.StartOn;

    private static int LastIndex(IReadOnlyList<RecordedFact> history, string kind)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            if (history[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }
}
