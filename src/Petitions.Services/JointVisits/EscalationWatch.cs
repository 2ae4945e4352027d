using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Watches the measures that follow from an answer to an escalation, on the same days as those of a joint visit (rule
/// GUEST_MEASURE_DUE): who handles the matter and who took the answer down are reminded, then those above, step by step.
/// </summary>
public sealed class EscalationWatch(PetitionsDbContext db, ResponsiblePersons persons, NoticeOutbox outbox, ClockCatalog clocks)
{
    private const string Template = "staff.escalation-measure";
    private const string Owner = "MeasureOwner";

    /// <summary>Safe to run twice: what was reminded of is written in the same save.</summary>
    /// <returns>How many measures were reminded of.</returns>
    public async Task<int> RemindAsync(DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        if (clocks.Rule(JointMeasureService.DueRule, today) is not { } rule)
        {
            return 0;
        }

        var soon = today.AddDays(rule.WarnDays.DefaultIfEmpty(0).Max());
        var reminded = 0;
        foreach (var row in await db.Escalations.SelectMany(each => each.Measures).Where(each => each.DoneAt == null && each.DueOn <= soon && (each.RemindedOn == null || each.RemindedOn < today))
            .OrderBy(each => each.DueOn).ThenBy(each => each.Id).Select(each => new { each.Id, each.EscalationId }).ToListAsync(ct))
        {
            reminded += await RemindOneAsync(row.EscalationId, row.Id, rule, today, ct) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return reminded;
    }

    private async Task<bool> RemindOneAsync(Guid escalationId, Guid measureId, ClockRule rule, DateOnly today, CancellationToken ct)
    {
        var escalation = await db.Escalations.Include(each => each.Measures).SingleAsync(each => each.Id == escalationId, ct);
        var measure = escalation.Measures.Single(each => each.Id == measureId);
        var since = measure.RemindedOn ?? escalation.AnsweredOn!.Value;
        var steps = EscalationSchedule.StepsDue(measure.DueOn, today, rule, clocks.Calendar, clocks.Quota("ESCALATION_STEPS", today).AsIntegers())
            .Where(step => step.On > since && step.Kind is not (EscalationStepKind.RecordOverdue or EscalationStepKind.CloseWindow)).ToList();
        if (measure.DoneAt is not null || steps.Count == 0)
        {
            return false;
        }

        escalation.Reminded(measure.Id, today);
        var petition = await db.Petitions.VisibleTo(Actor.System).AsSplitQuery().Include(p => p.Respondents).Include(p => p.Assignments).SingleAsync(p => p.Id == escalation.PetitionId, ct);
        var told = new HashSet<Guid>();
        foreach (var staff in await ToldAsync(petition, escalation, steps, today, ct))
        {
            if (told.Add(staff))
            {
                await outbox.TellStaffAsync(petition, staff, Template, $"escalation/{escalation.Id:N}/measure/{measure.Number}/{JointNotices.Day(today)}", Values(measure), ct);
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node reminded, or it was done meanwhile.
            return false;
        }
    }

    /// <summary>Its owner may sit outside this office and is named in words: whoever follows it up here is reminded, and so is each step above.</summary>
    private async Task<IReadOnlyList<Guid>> ToldAsync(Petition petition, Escalation escalation, IReadOnlyList<EscalationStep> steps, DateOnly today, CancellationToken ct)
    {
        List<Guid> staff = [.. await persons.OfAsync(petition, "CurrentHandler", today, ct)];
        if (escalation.AnswerRecordedBy is { } recorder)
        {
            staff.Add(recorder);
        }

        foreach (var role in steps.Select(step => step.Role).Where(role => role != Owner).Distinct())
        {
            staff.AddRange(await persons.OfAsync(petition, role, today, ct));
        }

        return staff;
    }

    private static Dictionary<string, string> Values(EscalationMeasure measure) => new()
    {
        ["measure"] = measure.Text,
        ["owner"] = measure.Owner,
        ["due"] = JointNotices.Day(measure.DueOn),
    };
}
