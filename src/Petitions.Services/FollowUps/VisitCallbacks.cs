using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
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
        var linked = visit.Matters.Select(matter => matter.PetitionId).ToList();
        var matters = linked.Count == 0 ? [] : await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Respondents).Where(p => linked.Contains(p.Id)).ToListAsync(ct);
        var chosen = await officers.ChooseForVisitAsync(visit, matters, today, ct);
        var (task, opened) = CallbackTask.OpenForVisit(visit.Id, chosen, clocks.DueOf(Clock, today)?.Due, now);
        db.CallbackTasks.Add(task);
        var words = new Dictionary<string, string> { ["ticket"] = visit.Ticket.ToString(), ["day"] = visit.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
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
}
