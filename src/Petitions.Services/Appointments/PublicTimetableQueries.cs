using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// The timetable for everybody (公布接待日, T22-18): what is published, with the notice where a day was moved or called off.
/// Nothing personal but the name and duty of who sits; nothing on who booked.
/// </summary>
public sealed class PublicTimetableQueries(PetitionsDbContext db, OpeningReader openings, OfficeCatalog offices, TimeProvider clock)
{
    public const int Weeks = 6;

    /// <summary>Offices that receive people.</summary>
    public IReadOnlyList<Office> Offices => [.. offices.Offices.Where(office => office.Enabled && offices.ServicePoints.Any(point => point.OfficeId == office.Id && TimetablePlaces.Receives(point)))];

    /// <summary>The timetable of the office with this code, of the first one that has published days when none is named; null when there is none.</summary>
    public async Task<PublicTimetable?> OfAsync(string? code, CancellationToken ct)
    {
        var from = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var to = from.AddDays((7 * Weeks) - 1);
        if (await OfficeAsync(code, from, ct) is not { } office)
        {
            return null;
        }

        var roles = LeaderCaseService.Leaders;
        var points = offices.ServicePoints.Where(point => point.OfficeId == office.Id && TimetablePlaces.Receives(point)).ToList();
        var open = points.Select(point => point.Id).ToList();
        // What was never public says nothing when it is called off, nor does a day that was only made anew.
        var sessions = await db.ReceptionSessions.AsNoTracking()
            .Where(s => s.OfficeId == office.Id && open.Contains(s.ServicePointId) && s.Day >= from && s.Day <= to && s.PublishedAt != null && !s.Superseded)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Select(s => new PublicSession(s.Id, s.ServicePointId, s.Form, s.Day, s.RuleDay, s.StartsAt, s.EndsAt,
                db.Staff.Where(p => p.Id == s.LeaderId).Select(p => p.Name).FirstOrDefault(),
                db.RoleGrants.Where(g => g.StaffId == s.LeaderId && g.OfficeId == s.OfficeId && roles.Contains(g.Role) && g.From <= s.Day && (g.To == null || g.To >= s.Day)).OrderBy(g => g.Role).Select(g => g.Role).FirstOrDefault(),
                s.State, db.ReceptionSessions.Where(next => next.Id == s.MovedToId).Select(next => (DateOnly?)next.Day).FirstOrDefault(), s.Reason))
            .ToListAsync(ct);
        var closures = (await openings.ReadAsync([office.Id], from, ct)).Closures.Where(closure => closure.FirstDay <= to && (closure.ServicePointId is null || open.Contains(closure.ServicePointId.Value))).ToList();
        return new PublicTimetable(office, points, from, to, [.. sessions.Select(session => session with { IsShut = Shuts(closures, session) })], closures);
    }

    private async Task<Office?> OfficeAsync(string? code, DateOnly from, CancellationToken ct)
    {
        if (code is not null)
        {
            return Offices.FirstOrDefault(office => office.Code == code);
        }

        var busy = await db.ReceptionSessions.Where(s => s.State == SessionState.Published && s.Day >= from).Select(s => s.OfficeId).Distinct().ToListAsync(ct);
        return Offices.FirstOrDefault(office => busy.Contains(office.Id)) ?? Offices.FirstOrDefault();
    }

    private static bool Shuts(List<Closure> closures, PublicSession session)
    {
        var (from, to) = (TimeOnly.FromDateTime(ChinaTime.LocalOf(session.StartsAt)), TimeOnly.FromDateTime(ChinaTime.LocalOf(session.EndsAt)));
        return session.State == SessionState.Published && closures.Any(closure => closure.Kind == ClosureKind.Closed
            && (closure.ServicePointId is null || closure.ServicePointId == session.ServicePointId) && closure.Touches(session.Day, from, to));
    }
}
