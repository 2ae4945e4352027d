using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.FollowUps;

/// <summary>
/// Opens the call-back that a low rating of a visit owes: for somebody who touched neither the visit nor its matters; the
/// directors are told as well, by ticket and day alone.
/// </summary>
public sealed class VisitCallbacks(PetitionsDbContext db, CallbackOfficers officers, ResponsiblePersons persons, NoticeOutbox outbox, ClockCatalog clocks)
{
    /// <summary>A visit has no clock of its own: the day by which to call is counted by the rule of call-backs and kept with the task.</summary>
    public const string Clock = "CALLBACK_3WD";

    public async Task<CallbackOpened> OpenAsync(Reception visit, DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var matters = await MattersAsync(visit, ct);
        var chosen = await officers.ChooseForVisitAsync(visit, matters, today, ct);
        var (task, opened) = CallbackTask.OpenForVisit(visit.Id, chosen, clocks.DueOf(Clock, today)?.Due, now);
        db.CallbackTasks.Add(task);
        var words = WordsOf(visit);
        var told = await persons.OfOfficeAsync(visit.OfficeId, "PetitionDirector", matters, today, ct);
        foreach (var director in told)
        {
            await outbox.TellOfficeAsync(director, "staff.low-visit-rating", $"low-visit-rating/{visit.Id:N}", words, ct);
        }

        if (chosen is { } officer && !told.Contains(officer))
        {
            await outbox.TellOfficeAsync(officer, "staff.visit-call-back", $"visit-call-back/{visit.Id:N}", words, ct);
        }

        return opened;
    }

    /// <summary>
    /// The daily look at calls about visits that were not made in time: whoever is to call is told again, and those above as
    /// the rule of call-backs names them, once. Safe to run twice.
    /// </summary>
    /// <returns>How many calls are late.</returns>
    public async Task<int> WatchAsync(DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        if (clocks.Rule(Clock, today) is not { } rule)
        {
            return 0;
        }

        var late = await db.CallbackTasks.AsNoTracking().Where(task => task.DoneAt == null && task.ReceptionId != null && task.DueOn < today).OrderBy(task => task.OpenedAt).ThenBy(task => task.Id).ToListAsync(ct);
        foreach (var task in late)
        {
            var visit = await db.Receptions.AsNoTracking().Include(r => r.Matters).SingleAsync(r => r.Id == task.ReceptionId, ct);
            var matters = await MattersAsync(visit, ct);
            HashSet<Guid> told = task.OfficerId is { } officer ? [officer] : [];
            foreach (var role in rule.Escalation)
            {
                told.UnionWith(await persons.OfOfficeAsync(visit.OfficeId, role, matters, today, ct));
            }

            foreach (var person in told)
            {
                await outbox.TellOfficeAsync(person, "staff.visit-call-back-late", $"visit-call-back-late/{task.Id:N}", WordsOf(visit), ct);
            }
        }

        await db.SaveChangesAsync(ct);
        return late.Count;
    }

    private static Dictionary<string, string> WordsOf(Reception visit) =>
        new() { ["ticket"] = visit.Ticket.ToString(), ["day"] = visit.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private async Task<List<Petition>> MattersAsync(Reception visit, CancellationToken ct)
    {
        var linked = visit.Matters.Select(matter => matter.PetitionId).ToList();
        return linked.Count == 0 ? [] : await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Respondents).Where(p => linked.Contains(p.Id)).ToListAsync(ct);
    }
}
