using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Reads the register of a day's visitors.</summary>
public sealed class DaySheetQueries(PetitionsDbContext db, ReceptionAccess access, TimeProvider clock)
{
    public const int DayMax = 500;

    public async Task<DayRegister> DayAsync(DeskPlace place, DateOnly day, Actor actor, CancellationToken ct)
    {
        var listed = db.Petitions.VisibleTo(Actor.System).ListedFor(actor);
        var rows = await access.Visible(actor).AsNoTracking().Where(r => r.ServicePointId == place.ServicePointId && r.Day == day)
            .OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id).Take(DayMax)
            .Select(r => new
            {
                r.Id,
                r.Prefix,
                r.TicketNumber,
                r.ArrivedAt,
                r.StartedAt,
                r.EndedAt,
                r.GroupSize,
                r.Topic,
                r.State,
                r.Outcome,
                Names = r.Visitors.OrderBy(v => v.Id).Select(v => v.Name).ToList(),
                Receiver = db.Staff.Where(s => s.Id == (r.ReceiverId ?? r.RegisteredBy)).Select(s => s.Name).FirstOrDefault(),
                Second = db.Staff.Where(s => s.Id == r.SecondReceiverId).Select(s => s.Name).FirstOrDefault(),
            }).AsSplitQuery().ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var numbers = await db.ReceptionMatters.AsNoTracking().Where(link => ids.Contains(link.ReceptionId))
            .Join(listed, link => link.PetitionId, p => p.Id, (link, p) => new { link.ReceptionId, p.Number }).ToListAsync(ct);
        var steps = (await db.ReceptionSteps.AsNoTracking().Where(step => ids.Contains(step.ReceptionId)).ToListAsync(ct)).ToLookup(step => step.ReceptionId);
        var now = clock.GetUtcNow().UtcDateTime;
        var sheet = await db.DaySheets.AsNoTracking().Where(each => each.ServicePointId == place.ServicePointId && each.Day == day)
            .Select(each => new { each.ClosedAt, By = db.Staff.Where(s => s.Id == each.ClosedBy).Select(s => s.Name).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        var lines = rows.Select(r => new DayLine
        {
            Id = r.Id,
            Ticket = new Ticket(r.Prefix, r.TicketNumber).ToString(),
            ArrivedAt = r.ArrivedAt,
            StartedAt = r.StartedAt,
            EndedAt = r.EndedAt,
            Times = VisitTimes.Of(steps[r.Id], now),
            Names = [.. r.Names.OfType<string>()],
            GroupSize = r.GroupSize,
            Topic = r.Topic,
            Matters = [.. numbers.Where(matter => matter.ReceptionId == r.Id).Select(matter => matter.Number)],
            Receiver = r.Receiver,
            SecondReceiver = r.Second,
            State = r.State,
            Outcome = r.Outcome,
        }).ToList();
        return new DayRegister(day, place, lines, lines.Sum(line => line.GroupSize), lines.Count(line => line.State != ReceptionState.Ended), sheet?.ClosedAt, sheet?.By);
    }
}
