using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Closes the day of a service point (日结).</summary>
public sealed class DaySheetService(PetitionsDbContext db, FactLog log, TimeProvider clock)
{
    /// <summary>Only when every visit of the day has its outcome, also one the person may not see (seed feature 23).</summary>
    /// <exception cref="NotFoundException">When nobody came that day.</exception>
    /// <exception cref="Domain.RuleBrokenException">reception.day-closed, reception.day-open-visits.</exception>
    /// <exception cref="DbUpdateConcurrencyException">When somebody arrived in the same moment.</exception>
    public async Task CloseAsync(DeskPlace place, DateOnly day, Actor actor, CancellationToken ct)
    {
        var sheet = await db.DaySheets.Where(each => each.ServicePointId == place.ServicePointId && each.Day == day).SingleOrNotFoundAsync(ct);
        var open = await db.Receptions.CountAsync(r => r.ServicePointId == place.ServicePointId && r.Day == day && r.State != ReceptionState.Ended, ct);
        log.Record(actor, sheet.Close(open, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
    }
}
