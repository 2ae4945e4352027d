using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Writes down, after a leader's reception day, who really sat (院领导接访落实, T22-18).</summary>
public sealed class LeaderRotaService(PetitionsDbContext db, FactLog log, SitterCheck sitters, TimetableSaves saves, TimeProvider clock)
{
    /// <summary>Who plans receptions, or stood at the desk that day, records it.</summary>
    public static readonly IReadOnlyList<string> Recorders = [Abilities.PlanReceptions, Abilities.ManageAppointments];

    /// <exception cref="RuleBrokenException">session.sitting, session.substitute and those of <see cref="ReceptionSession.RecordSitting"/>.</exception>
    public Task RecordAsync(Guid id, SessionSitting? sitting, Guid? satBy, string? note, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var reach = actor.OfficesFor(Recorders);
        var session = await db.ReceptionSessions.Where(s => s.Id == id && reach.Contains(s.OfficeId)).SingleOrNotFoundAsync(ct);
        Rule.Require(sitting is not null, "session.sitting");
        Rule.Require(sitting != SessionSitting.AnotherSat || (satBy is { } other && (await sitters.AbleAsync(session.OfficeId, leaders: false, [other], session.Day, ct)).Count == 1), "session.substitute");
        log.Record(actor, session.RecordSitting(sitting!.Value, satBy, note, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
    });
}
