using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Commitments;
using Petitions.Services.Notices;

namespace Petitions.Services.Clocks;

/// <summary>
/// The daily watch over running clocks: warnings, the overdue record, the judgment of promises and the chasers, each once. Safe to run twice and
/// on two nodes: what was written moves the clock's next step, in the same save.
/// </summary>
public sealed partial class ClockWatch(
    PetitionsDbContext db, FactLog log, ClockCatalog catalog, NoticeOutbox outbox, ResponsiblePersons persons, PromiseJudge promises, ILogger<ClockWatch> logger)
{
    private const int Batch = 200;
    private const int Tries = 10;
    internal const string WindowClosed = "clock.window-closed";

    /// <summary>Writes every step that falls on or before the legal day of <paramref name="now"/>. Returns how many clocks moved.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken ct)
    {
        var asOf = ChinaTime.DateOf(now);
        var moved = 0;
        while (true)
        {
            var due = await db.PetitionClocks.AsNoTracking()
                .Where(c => c.State == ClockState.Running && c.NextStepOn != null && c.NextStepOn <= asOf)
                .OrderBy(c => c.NextStepOn).ThenBy(c => c.Id)
                .Select(c => c.Id)
                .Take(Batch)
                .ToListAsync(ct);
            foreach (var id in due)
            {
                await StepWithRetryAsync(id, asOf, ct);
                moved++;
            }

            if (due.Count < Batch)
            {
                return moved;
            }
        }
    }

    private async Task StepWithRetryAsync(Guid clockId, DateOnly asOf, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                db.ChangeTracker.Clear();
                await StepAsync(clockId, asOf, ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Somebody else wrote on the chain or the clock first; what is left to do is read again.
                LogRetry(clockId);
            }
        }
    }

    private async Task StepAsync(Guid clockId, DateOnly asOf, CancellationToken ct)
    {
        var running = await db.PetitionClocks.SingleAsync(c => c.Id == clockId, ct);
        if (running.State != ClockState.Running || running.NextStepOn is not { } from || from > asOf)
        {
            return;
        }

        var petition = await db.Petitions.VisibleTo(Actor.System).Include(p => p.Assignments).Include(p => p.Respondents).SingleAsync(p => p.Id == running.PetitionId, ct);
        var rule = catalog.Rule(running.RuleId, running.RuleVersion);
        var steps = EscalationSchedule.StepsDue(running.DueOn, DateOnly.MaxValue, rule, catalog.Calendar, catalog.Quota("ESCALATION_STEPS", asOf).AsIntegers());
        foreach (var step in steps.Where(step => step.On >= from && step.On <= asOf))
        {
            await WriteAsync(step, running, petition, rule, ct);
            if (!running.IsOpen)
            {
                break;
            }
        }

        if (!running.IsOpen)
        {
            running.NextStep(null);
            await db.SaveChangesAsync(ct);
            return;
        }

        running.NextStep(steps.Where(step => step.On > asOf).Select(step => (DateOnly?)step.On).Min());
        await db.SaveChangesAsync(ct);
    }

    private async Task WriteAsync(EscalationStep step, PetitionClock running, Petition petition, ClockRule rule, CancellationToken ct)
    {
        switch (step.Kind)
        {
            case EscalationStepKind.Warn:
                running.Warn(step.On);
                Record(new ClockWarned(petition.Id, running.Id, rule.RuleId, running.DueOn, step.Level));
                break;
            case EscalationStepKind.RecordOverdue:
                running.MarkOverdue(step.On);
                Record(new ClockOverdue(petition.Id, running.Id, rule.RuleId, running.DueOn));
                return;
            case EscalationStepKind.CloseWindow:
                running.Cancel(WindowClosed, step.On);
                Record(new ClockCancelled(petition.Id, running.Id, rule.RuleId, WindowClosed));
                if (rule.OnOverdue.Contains("SetNotEvaluated"))
                {
                    Record(new RatingLapsed(petition.Id));
                }

                return;
            case EscalationStepKind.BreakPromise:
                await promises.JudgeAsync(petition, running, step.On, ct);
                return;
            case EscalationStepKind.Expire:
                await promises.ExpireAsync(petition, running, step.On, ct);
                return;
        }

        var values = new Dictionary<string, string>
        {
            ["number"] = petition.Number,
            ["rule"] = rule.NameZh,
            ["ruleEn"] = rule.NameEn,
            ["due"] = running.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var staff in await persons.OfAsync(petition, step.Role, step.On, ct))
        {
            await outbox.TellStaffAsync(petition, staff, step.Kind == EscalationStepKind.Warn ? "staff.clock-warning" : "staff.clock-overdue",
                $"{running.Id:N}/{step.Kind}/{step.Level}/{step.On:yyyyMMdd}", values, ct);
        }
    }

    private void Record(Fact fact) => log.Record(Actor.System, fact);

    [LoggerMessage(Level = LogLevel.Information, Message = "Clock {ClockId} was changed by somebody else; trying again.")]
    private partial void LogRetry(Guid clockId);
}
