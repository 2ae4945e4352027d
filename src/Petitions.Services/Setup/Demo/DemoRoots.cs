using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Services.Facts;

namespace Petitions.Services.Setup;

/// <summary>The posted root of yesterday over the demo data, so that the verify pages have something to show from the first start on (J15). Safe to run twice.</summary>
public sealed class DemoRoots(PetitionsDbContext db, DailyRootService roots, TimeProvider clock)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        if (!await db.DailyRoots.AnyAsync(ct))
        {
            await roots.PublishAsync(ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).AddDays(-1), ct);
        }
    }
}
