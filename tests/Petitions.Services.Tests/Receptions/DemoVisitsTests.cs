using Microsoft.EntityFrameworkCore;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Receptions;

/// <summary>Journey J2's visit as demo data.</summary>
public sealed class DemoVisitsTests : PetitionsTest
{
    [Fact]
    public async Task Seed_Twice_MakesOneVisitWithItsMatterAndLetters()
    {
        await RunAsync<DemoStaff>(people => people.SeedAsync(default));

        await RunAsync<DemoVisits>(visits => visits.SeedAsync(default));
        await RunAsync<DemoVisits>(visits => visits.SeedAsync(default));

        var visit = await QueryAsync(db => db.Receptions.Include(r => r.Matters).SingleAsync());
        Assert.Equal(("A001", "Age70", true), (visit.Ticket.ToString(), visit.Priority, visit.CallByName));
        var matter = Assert.Single(visit.Matters).PetitionId;
        Assert.Equal(["Portal", "Post", "Sms"], await QueryAsync(db => db.Notices.Where(n => n.PetitionId == matter).Select(n => n.Channel).Order().ToListAsync()));
    }
}
