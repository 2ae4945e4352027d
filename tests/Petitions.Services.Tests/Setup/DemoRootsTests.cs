using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Services.Facts;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Facts;

namespace Petitions.Services.Tests.Setup;

/// <summary>After the demo data is there, yesterday's root stands on the verify page and in its file (J15 step 2).</summary>
public sealed class DemoRootsTests : SpineTest
{
    [Fact]
    public async Task Seed_PostsYesterdaysRootOverTheDemo_Once_AndTheNextDayGoesOn()
    {
        await RunAsync<DemoSeeder>(seeder => seeder.SeedAsync(default));
        await RunAsync<DemoRoots>(roots => roots.SeedAsync(default));
        await RunAsync<DemoRoots>(roots => roots.SeedAsync(default));

        var today = ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
        var row = Assert.Single(await RunAsync<DailyRootQueries, IReadOnlyList<DailyRootRow>>(queries => queries.PageAsync(null, default)));
        Assert.Equal(today.AddDays(-1), row.Day);
        Assert.True(row.Chains >= await QueryAsync(db => db.Petitions.CountAsync()), "The root leaves matters of the demo out.");
        Assert.Equal(row.Root, RootCopy.TryParse(await File.ReadAllTextAsync(Path.Combine(RootFolder, FormattableString.Invariant($"{row.Day:yyyy-MM-dd}.txt"))))!.Root);
        Assert.True((await LiveAsync()).IsClean);

        // The nightly job of the next night finds its place after it.
        Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync<DailyRootService>(service => service.PublishAsync(today, default));
        Assert.Equal(2, await QueryAsync(db => db.DailyRoots.CountAsync()));
    }
}
