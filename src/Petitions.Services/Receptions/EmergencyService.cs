using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions;

/// <summary>The emergency button of a counter (紧急呼叫): everybody on duty is told in the same save, on his pages and by notice, until one accepts.</summary>
public sealed class EmergencyService(PetitionsDbContext db, FactLog log, NoticeOutbox outbox, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    /// <summary>Accepted calls stay in sight for a while.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromHours(12);
    private static readonly TimeSpan Told = TimeSpan.FromMinutes(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Pressed again while the first call of the counter is open, it is the same call: nobody is told twice.</summary>
    public async Task<Guid> PressAsync(DeskPlace place, Actor actor, CancellationToken ct)
    {
        var open = await db.EmergencyCalls.AsNoTracking().Where(call => call.ServicePointId == place.ServicePointId && call.Counter == place.Counter && call.AcceptedAt == null)
            .Select(call => (Guid?)call.Id).FirstOrDefaultAsync(ct);
        if (open is { } earlier)
        {
            return earlier;
        }

        var now = Now;
        var (call, called) = EmergencyCall.Press(place.OfficeId, place.ServicePointId, place.Counter, actor.StaffId!.Value, now);
        db.EmergencyCalls.Add(call);
        log.Record(actor, called);
        var values = new Dictionary<string, string>
        {
            ["point"] = offices.ServicePoints.First(point => point.Id == place.ServicePointId).NameZh,
            ["counter"] = place.Counter.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var staff in await OnDutyAsync(place.OfficeId, now, ct))
        {
            await outbox.TellOfficeAsync(staff, "staff.emergency", $"emergency/{call.Id:N}", values, ct);
        }

        await db.SaveChangesAsync(ct);
        return call.Id;
    }

    /// <exception cref="NotFoundException">Unknown, or of an office where the person is not on duty.</exception>
    /// <exception cref="Domain.RuleBrokenException">emergency.accepted</exception>
    /// <exception cref="DbUpdateConcurrencyException">When a colleague accepted in the same moment.</exception>
    public async Task AcceptAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.AnswerEmergency);
        var call = await db.EmergencyCalls.Where(each => each.Id == id && reach.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        log.Record(actor, call.Accept(actor.StaffId!.Value, Now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Open calls first, the newest first; those of the last hours below.</summary>
    public async Task<IReadOnlyList<EmergencyLine>> CallsAsync(Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.AnswerEmergency, Abilities.ViewBoard);
        var since = Now - Shown;
        return await Lines(db.EmergencyCalls.AsNoTracking().Where(call => reach.Contains(call.OfficeId) && (call.AcceptedAt == null || call.CalledAt >= since))).ToListAsync(ct);
    }

    /// <summary>
    /// What the bar on top of staff pages shows: open calls to those on duty, and to who pressed his own one until some
    /// time after it was answered.
    /// </summary>
    public async Task<IReadOnlyList<EmergencyLine>> BarAsync(Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.AnswerEmergency);
        var (me, since) = (actor.StaffId, Now - Told);
        return await Lines(db.EmergencyCalls.AsNoTracking().Where(call => (call.AcceptedAt == null && reach.Contains(call.OfficeId)) || (call.CalledBy == me && call.CalledAt >= since))).ToListAsync(ct);
    }

    private IQueryable<EmergencyLine> Lines(IQueryable<EmergencyCall> calls) => calls
        .OrderBy(call => call.AcceptedAt == null ? 0 : 1).ThenByDescending(call => call.CalledAt).ThenBy(call => call.Id).Take(20)
        .Select(call => new EmergencyLine(call.Id, call.ServicePointId, call.Counter,
            db.Staff.Where(s => s.Id == call.CalledBy).Select(s => s.Name).FirstOrDefault(), call.CalledAt,
            db.Staff.Where(s => s.Id == call.AcceptedBy).Select(s => s.Name).FirstOrDefault(), call.AcceptedAt));

    /// <summary>Holders today of a role that answers emergencies, in the office.</summary>
    private async Task<IReadOnlyList<Guid>> OnDutyAsync(Guid officeId, DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.AnswerEmergency).Select(row => row.Parent).ToList();
        return await db.Staff.AsNoTracking().Where(staff => staff.Active
                && staff.Grants.Any(grant => grant.OfficeId == officeId && roles.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today)))
            .OrderBy(staff => staff.Id).Select(staff => staff.Id).ToListAsync(ct);
    }
}
