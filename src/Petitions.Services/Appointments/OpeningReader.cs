using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Puts together what decides whether a day can hold a session: calendar, weekly hours, odd days.</summary>
public sealed class OpeningReader(PetitionsDbContext db, ClockCatalog clocks, OfficeCatalog offices)
{
    public async Task<Openings> ReadAsync(IReadOnlyList<Guid> officeIds, DateOnly from, CancellationToken ct) => new(
        clocks.Calendar,
        offices.ServicePoints,
        await db.Closures.AsNoTracking().Where(closure => officeIds.Contains(closure.OfficeId) && closure.LastDay >= from).OrderBy(closure => closure.FirstDay).ThenBy(closure => closure.Id).ToListAsync(ct));
}
