namespace Petitions.Domain.Clocks;

/// <summary>Who is told on which day: warnings before the due date, chasers after it (quota ESCALATION_STEPS).</summary>
public static class EscalationSchedule
{
    /// <summary>All steps that fall on or before <paramref name="asOf"/>, oldest first.</summary>
    /// <param name="steps">Working days after the due date, for the responsible role and then each role of the
    /// escalation column; the last value repeats for further roles.</param>
    public static IReadOnlyList<EscalationStep> StepsDue(
        DateOnly due, DateOnly asOf, ClockRule rule, WorkingCalendar calendar, IReadOnlyList<int> steps)
    {
        Rule.Require(steps.Count > 0, "clock.escalation-steps-missing");
        var all = rule.WarnDays
            .Select(days => new EscalationStep(EscalationStepKind.Warn, due.AddDays(-days), days, rule.ResponsibleRole))
            .ToList();
        if (rule.OnOverdue.Contains("RecordOverdue"))
        {
            all.Add(new EscalationStep(EscalationStepKind.RecordOverdue, due.AddDays(1), 0, rule.ResponsibleRole));
        }

        if (rule.OnOverdue.Contains("CloseWindow") || rule.OnOverdue.Contains("SetNotEvaluated"))
        {
            all.Add(new EscalationStep(EscalationStepKind.CloseWindow, due.AddDays(1), 0, rule.ResponsibleRole));
        }

        if (rule.OnOverdue.Contains("RecordPromiseBroken"))
        {
            all.Add(new EscalationStep(EscalationStepKind.BreakPromise, due.AddDays(1), 0, rule.ResponsibleRole));
        }

        if (rule.OnOverdue.Contains("ExpireRecord"))
        {
            all.Add(new EscalationStep(EscalationStepKind.Expire, due.AddDays(1), 0, rule.ResponsibleRole));
        }

        // A rule that names only one of the two actions keeps the days of the others: the head is not called sooner.
        string[] roles = [rule.ResponsibleRole, .. rule.Escalation];
        for (var i = 0; i < roles.Length; i++)
        {
            if (rule.OnOverdue.Contains(i == 0 ? "NotifyResponsible" : "NotifyEscalation"))
            {
                var on = calendar.AddWorkingDays(due, steps[Math.Min(i, steps.Count - 1)]);
                all.Add(new EscalationStep(EscalationStepKind.Chase, on, i + 1, roles[i]));
            }
        }

        return [.. all.Where(step => step.On <= asOf).OrderBy(step => step.On).ThenBy(step => step.Kind).ThenBy(step => step.Level)];
    }
}
