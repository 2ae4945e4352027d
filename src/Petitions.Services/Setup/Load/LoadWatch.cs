using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;

namespace Petitions.Services.Setup.Load;

/// <summary>The clock watch over one matter while it is told.</summary>
internal sealed class LoadWatch(LoadWorld world, LoadOffice office, Petition petition, List<PetitionClock> clocks, LoadChain chain, LoadMail mail)
{
    private static readonly TimeSpan WatchAt = TimeSpan.FromHours(6);

    /// <summary>The morning on which it has something to write.</summary>
    public DateTime Next()
    {
        var next = DateOnly.MaxValue;
        foreach (var running in clocks)
        {
            if (running.State == ClockState.Running && running.NextStepOn is { } day && day < next)
            {
                next = day;
            }
        }

        return next == DateOnly.MaxValue ? DateTime.MaxValue : ChinaTime.StartOfDayUtc(next) + WatchAt;
    }

    /// <summary>What <see cref="ClockWatch"/> writes on one morning.</summary>
    public void Run(DateTime now)
    {
        var asOf = ChinaTime.DateOf(now);
        foreach (var running in clocks.Where(c => c.State == ClockState.Running && c.NextStepOn <= asOf).OrderBy(c => c.Id).ToList())
        {
            var rule = world.RuleOf(running);
            var from = running.NextStepOn!.Value;
            var steps = EscalationSchedule.StepsDue(running.DueOn, DateOnly.MaxValue, rule, world.Calendar, world.EscalationSteps(asOf));
            foreach (var step in steps.Where(step => step.On >= from && step.On <= asOf))
            {
                Write(step, running, rule, now);
            }

            running.NextStep(running.IsOpen ? steps.Where(step => step.On > asOf).Select(step => (DateOnly?)step.On).Min() : null);
        }
    }

    private void Write(EscalationStep step, PetitionClock running, ClockRule rule, DateTime now)
    {
        switch (step.Kind)
        {
            case EscalationStepKind.Warn:
                running.Warn(step.On);
                chain.Record(Actor.System, [new ClockWarned(petition.Id, running.Id, rule.RuleId, running.DueOn, step.Level)], now);
                break;
            case EscalationStepKind.RecordOverdue:
                running.MarkOverdue(step.On);
                chain.Record(Actor.System, [new ClockOverdue(petition.Id, running.Id, rule.RuleId, running.DueOn)], now);
                return;
            case EscalationStepKind.CloseWindow:
                running.Cancel(ClockWatch.WindowClosed, step.On);
                chain.Record(Actor.System, [new ClockCancelled(petition.Id, running.Id, rule.RuleId, ClockWatch.WindowClosed)], now);
                if (rule.OnOverdue.Contains("SetNotEvaluated"))
                {
                    chain.Record(Actor.System, [new RatingLapsed(petition.Id)], now);
                }

                return;
        }

        var values = new Dictionary<string, string> { ["rule"] = rule.NameZh, ["ruleEn"] = rule.NameEn, ["due"] = LoadMatter.Day(running.DueOn) };
        foreach (var staff in Persons(step.Role))
        {
            mail.TellStaff(staff, step.Kind == EscalationStepKind.Warn ? "staff.clock-warning" : "staff.clock-overdue",
                $"{running.Id:N}/{step.Kind}/{step.Level}/{step.On:yyyyMMdd}", now, values);
        }
    }

    private IReadOnlyList<Staff> Persons(string role) => role switch
    {
        "CurrentHandler" or "FirstHandler" => petition.FirstHandlerId is { } first ? [.. office.All("CaseOfficer").Where(staff => staff.Id == first)] : [],
        "DepartmentHead" => petition.DepartmentId is { } department ? office.Of(role, department) : [],
        _ => office.All(role),
    };
}
