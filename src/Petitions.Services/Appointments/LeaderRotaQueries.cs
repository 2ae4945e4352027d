using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.FirstHandlers;

namespace Petitions.Services.Appointments;

/// <summary>
/// The leaders' rota: what comes, what is not written down yet, and the half-days of each leader against the number of the
/// year with the rows behind it (LEADER_RECEPTION_12). A morning and an afternoon are two half-days, two sessions in one
/// morning are one; who stood in is counted for himself.
/// </summary>
public sealed class LeaderRotaQueries(PetitionsDbContext db, ClockCatalog clocks, TimeProvider clock)
{
    public const string Quota = "LEADER_RECEPTION_12";

    /// <summary>Leaders see the rota from their board.</summary>
    public static readonly IReadOnlyList<string> Readers = [Abilities.PlanReceptions, Abilities.ManageAppointments, Abilities.ViewBoard];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="correct">A day written down already that is to be written down anew.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LeaderRota> RotaAsync(Guid? correct, Actor actor, CancellationToken ct)
    {
        var (now, today) = (Now, ChinaTime.DateOf(Now));
        var reach = actor.OfficesFor(Readers);
        var until = today.AddDays(7 * TimetableGenerator.Weeks);
        var since = today.AddDays(-90);
        var days = db.ReceptionSessions.AsNoTracking().Where(s => reach.Contains(s.OfficeId) && s.LeaderId != null && s.Form == SitterCheck.LeadersDay && !s.Superseded);
        var coming = await LinesAsync(days.Where(s => s.StartsAt > now && s.Day <= until).OrderBy(s => s.StartsAt).ThenBy(s => s.Id), ct);
        var unrecorded = await LinesAsync(days.Where(s => s.StartsAt <= now && ((s.Day >= since && s.State == SessionState.Published) || (s.Id == correct && s.State == SessionState.Held))).OrderBy(s => s.StartsAt).ThenBy(s => s.Id), ct);
        var recorded = await LinesAsync(days.Where(s => s.Day >= since && s.State == SessionState.Held).OrderByDescending(s => s.StartsAt).ThenBy(s => s.Id), ct);
        var people = await PeopleAsync(reach, today, ct);
        var halfDays = (await HalfDaysAsync(reach, today.Year, null, ct)).ToLookup(line => line.SatById);
        return new LeaderRota(today.Year, clocks.Quota(Quota, today).AsInteger(),
            [.. people.Where(person => person.Leads || halfDays.Contains(person.Id)).Select(person => new LeaderCount(person.Id, person.Name, HalfDaysOf(halfDays[person.Id]).Count))],
            coming, unrecorded, recorded, people);
    }

    /// <summary>The rows behind a leader's number: every session of the year in which he sat.</summary>
    public async Task<IReadOnlyList<RotaLine>> RowsAsync(Guid leaderId, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Readers);
        var ids = (await HalfDaysAsync(reach, ChinaTime.DateOf(Now).Year, leaderId, ct)).Select(line => line.Id).ToList();
        return await LinesAsync(db.ReceptionSessions.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderByDescending(s => s.StartsAt).ThenBy(s => s.Id), ct);
    }

    /// <summary>The leaders of some offices by name, with the half-days of a year on which each really sat; for the statistics, which decide whose offices these are.</summary>
    public async Task<IReadOnlyList<LeaderYear>> YearAsync(IReadOnlyList<Guid> offices, int year, CancellationToken ct)
    {
        var people = await PeopleAsync(offices, ChinaTime.DateOf(Now), ct);
        var halfDays = (await HalfDaysAsync(offices, year, null, ct)).ToLookup(line => line.SatById);
        return [.. people.Where(person => person.Leads || halfDays.Contains(person.Id)).Select(person => new LeaderYear(person.Id, person.Name, HalfDaysOf(halfDays[person.Id])))];
    }

    /// <summary>A leader of the person's offices, or null.</summary>
    public async Task<string?> NameAsync(Guid leaderId, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Readers);
        return await db.Staff.AsNoTracking().Where(s => s.Id == leaderId && reach.Contains(s.OfficeId)).Select(s => s.Name).SingleOrDefaultAsync(ct);
    }

    /// <summary>The staff of the person's offices, for a choice.</summary>
    public Task<IReadOnlyList<LeaderName>> PeopleAsync(Actor actor, CancellationToken ct) => PeopleAsync(actor.OfficesFor(Readers), ChinaTime.DateOf(Now), ct);

    private static IReadOnlyList<LeaderHalfDay> HalfDaysOf(IEnumerable<Sat> sessions) =>
        [.. sessions.Select(line => new LeaderHalfDay(line.Day, line.IsMorning)).Distinct().OrderBy(half => half.Day).ThenByDescending(half => half.IsMorning)];

    private async Task<List<Sat>> HalfDaysAsync(IReadOnlyList<Guid> reach, int year, Guid? leader, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await db.ReceptionSessions.AsNoTracking()
            .Where(s => reach.Contains(s.OfficeId) && s.Form == SitterCheck.LeadersDay && s.SatById != null && (leader == null || s.SatById == leader) && s.Day >= first && s.Day <= last)
            .Select(s => new { s.Id, s.SatById, s.Day, s.StartsAt }).ToListAsync(ct);
        return [.. rows.Select(row => new Sat(row.Id, row.SatById!.Value, row.Day, ChinaTime.LocalOf(row.StartsAt).Hour < 12))];
    }

    private async Task<IReadOnlyList<LeaderName>> PeopleAsync(IReadOnlyList<Guid> reach, DateOnly today, CancellationToken ct)
    {
        var roles = LeaderCaseService.Leaders;
        return await db.Staff.AsNoTracking().Where(s => reach.Contains(s.OfficeId) && s.Active).OrderBy(s => s.NameOrder).ThenBy(s => s.Id)
            .Select(s => new LeaderName(s.Id, s.Name, s.Grants.Any(g => roles.Contains(g.Role) && reach.Contains(g.OfficeId) && g.From <= today && (g.To == null || g.To >= today)))).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<RotaLine>> LinesAsync(IQueryable<ReceptionSession> sessions, CancellationToken ct) => await sessions
        .Select(s => new RotaLine(s.Id, s.ServicePointId, s.Day, s.RuleDay, s.StartsAt, s.EndsAt, s.LeaderId!.Value,
            db.Staff.Where(p => p.Id == s.LeaderId).Select(p => p.Name).FirstOrDefault(), s.State, s.Sitting,
            db.Staff.Where(p => p.Id == s.SatById).Select(p => p.Name).FirstOrDefault(), s.LeaderNote,
            db.Staff.Where(p => p.Id == s.SatRecordedBy).Select(p => p.Name).FirstOrDefault(), s.SatRecordedAt)).ToListAsync(ct);

    private sealed record Sat(Guid Id, Guid SatById, DateOnly Day, bool IsMorning);
}
