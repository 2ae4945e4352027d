using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions;

/// <summary>
/// The halls now (journey J5 step 6): waiting, longest, serving, talk time at each counter. Tickets only: whoever looks
/// after a hall need not know who sits in it, so a visit behind somebody's wall counts here like every other.
/// </summary>
public sealed class DutyBoardQueries(PetitionsDbContext db, OfficeCatalog offices, DeskRules rules, ReferenceCatalog reference, TimeProvider clock)
{
    private static readonly string[] Looking = [Abilities.ViewBoard, Abilities.AnswerEmergency];

    /// <summary>Halls with counters in the offices the person looks after, the busy ones first.</summary>
    public async Task<IReadOnlyList<HallState>> HallsAsync(Actor actor, CancellationToken ct)
    {
        var points = Points(actor);
        var ids = points.Select(point => point.Id).ToList();
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var busy = await db.Receptions.AsNoTracking().Where(r => r.Day == today && ids.Contains(r.ServicePointId)).Select(r => r.ServicePointId).Distinct().ToListAsync(ct);
        var halls = new List<HallState>();
        foreach (var point in points.Where(point => point.Type == "MainHall" || busy.Contains(point.Id)))
        {
            halls.Add(await StateAsync(point, ct));
        }

        return [.. halls.OrderByDescending(hall => hall.Longest).ThenByDescending(hall => hall.Waiting).ThenBy(hall => hall.Code, StringComparer.Ordinal)];
    }

    /// <exception cref="NotFoundException">Unknown, or of an office the person does not look after.</exception>
    public Task<HallState> HallAsync(string code, Actor actor, CancellationToken ct) => StateAsync(Point(code, actor), ct);

    /// <exception cref="NotFoundException">Unknown, or of an office the person does not look after.</exception>
    public ServicePoint Point(string code, Actor actor) => Points(actor).FirstOrDefault(point => point.Code == code) ?? throw new NotFoundException();

    /// <summary>Who may be asked to a counter: holders today of a role that calls tickets, in the office, who hear nobody now.</summary>
    public async Task<IReadOnlyList<Colleague>> FreeColleaguesAsync(Guid officeId, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.CallTickets).Select(row => row.Parent).ToList();
        return await db.Staff.AsNoTracking().Where(staff => staff.Active
                && staff.Grants.Any(grant => grant.OfficeId == officeId && roles.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today))
                && !db.Receptions.Any(r => r.ReceiverId == staff.Id && (r.State == ReceptionState.Called || r.State == ReceptionState.InReception)))
            .OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id).Select(staff => new Colleague(staff.Id, staff.Name)).ToListAsync(ct);
    }

    private IReadOnlyList<ServicePoint> Points(Actor actor)
    {
        var reach = actor.OfficesFor(Looking);
        return [.. offices.ServicePoints.Where(point => point.Enabled && point.Counters > 0 && reach.Contains(point.OfficeId))];
    }

    private async Task<HallState> StateAsync(ServicePoint point, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        var visits = await ReceptionQueueService.Ordered(db.Receptions.AsNoTracking().Where(r => r.ServicePointId == point.Id && r.Day == today), null, now)
            .Select(r => new { r.Id, r.Prefix, r.TicketNumber, r.State, r.ArrivedAt, r.Counter, r.Priority, r.ReceiverId }).Take(DaySheetQueries.DayMax).ToListAsync(ct);
        var ids = visits.Select(visit => visit.Id).ToList();
        var steps = (await db.ReceptionSteps.AsNoTracking().Where(step => ids.Contains(step.ReceptionId)).ToListAsync(ct)).ToLookup(step => step.ReceptionId);
        var lines = visits.Select(visit => new WaitingLine(visit.Id, new Ticket(visit.Prefix, visit.TicketNumber).ToString(), visit.State, visit.ArrivedAt,
            Math.Max(0, (int)(now - visit.ArrivedAt).TotalMinutes), visit.Counter, visit.Priority, VisitTimes.Of(steps[visit.Id], now))).ToList();
        var opened = await db.CounterOpenings.AsNoTracking().Where(opening => opening.ServicePointId == point.Id && opening.Day == today).OrderBy(opening => opening.OpenedAt).ToListAsync(ct);
        var people = visits.Select(visit => visit.ReceiverId).OfType<Guid>().Concat(opened.Select(opening => opening.StaffId)).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(staff => people.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);
        var waiting = lines.Where(line => line.State == ReceptionState.Waiting).ToList();
        var counters = Enumerable.Range(1, point.Counters).Select(counter =>
        {
            var here = visits.FirstOrDefault(visit => visit.Counter == counter && visit.State is ReceptionState.Called or ReceptionState.InReception);
            var line = lines.FirstOrDefault(each => each.Id == here?.Id);
            var opening = opened.LastOrDefault(each => each.Counter == counter);
            var talked = lines.SelectMany(each => each.Times.Periods).Where(period => period.Kind == VisitPeriodKind.Talking && period.Counter == counter).Sum(period => period.Length.Ticks);
            var staff = here?.ReceiverId ?? opening?.StaffId;
            return new CounterState(counter, staff is { } id ? names.GetValueOrDefault(id) : null, line?.Ticket, line?.State,
                line is { Times.Periods: [.., var last] } ? last.From : null, TimeSpan.FromTicks(talked), opening?.OpenedAt);
        }).ToList();
        return new HallState
        {
            ServicePointId = point.Id,
            Code = point.Code,
            Waiting = waiting.Count,
            Longest = waiting.Count == 0 ? 0 : waiting.Max(line => line.Waited),
            Serving = lines.Count(line => line.State == ReceptionState.InReception),
            Between = lines.Count(line => line.State is ReceptionState.Called or ReceptionState.Missed or ReceptionState.Parked),
            Ended = lines.Count(line => line.State == ReceptionState.Ended),
            Amber = rules.WaitAmber,
            Red = rules.WaitRed,
            Counters = counters,
            Lines = lines,
            At = now,
        };
    }
}
