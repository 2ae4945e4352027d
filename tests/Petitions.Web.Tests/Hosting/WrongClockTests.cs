using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Kill;

namespace Petitions.Web.Tests.Hosting;

/// <summary>
/// security.md A13, D1: the real program under a wrong clock. It says so in the log and to the administrator and runs no
/// jobs; on PostgreSQL the history keeps the database's own time, on SQLite no history is written at all.
/// </summary>
public sealed class WrongClockTests
{
    public static TheoryData<string, int> Clocks => WholeRun.Is ? new() { { "+90d", 90 }, { "-2d", -2 } } : new() { { "+90d", 90 } };

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task Node_WithAWrongClock_SaysSo_RunsNoJob_AndBendsNoHistory(string offset, int days)
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString) { Before = ["faketime", "-f", offset] };
        var began = TimeProvider.System.GetUtcNow().UtcDateTime;
        // What a node takes for the time, not what files are stamped with. The clock that measures waiting is moved along,
        // or faketime ends waits at once.
        await portal.StartAsync(("Jobs__Enabled", "true"), ("Node__Name", "node-wrong"), ("Node__ReportSeconds", "1"), ("NO_FAKE_STAT", "1"));
        using var client = new ApiClient(portal.Address);

        await portal.SaysAsync("The clock of node node-wrong differs from the database's by");
        var (receipt, status, _) = await client.FileAsync(Guid.NewGuid().ToString());

        await using var services = TestServices.Build(database.ConnectionString, TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var node = await db.PortalNodes.SingleAsync(n => n.Name == "node-wrong");
        Assert.True(node.HasWrongClock);
        Assert.Equal(days, (int)Math.Round(node.ClockDifference / 86_400_000.0));
        // Seen by the database's clock.
        Assert.InRange(node.SeenAt, began.AddMinutes(-1), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        Assert.Empty(await db.JobSlots.ToListAsync());
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            Assert.Null(receipt);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal(0, await db.Petitions.CountAsync());
            return;
        }

        Assert.True(receipt is not null, $"{status}\n{portal.Output}");
        var facts = await db.Facts.AsNoTracking().Where(f => db.Petitions.Any(p => p.Id == f.SubjectId)).OrderBy(f => f.Seq).ToListAsync();
        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.InRange(fact.RecordedAt, began.AddMinutes(-1), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1)));
        Assert.All(facts, fact => Assert.Equal(days, (int)Math.Round((fact.At - fact.RecordedAt).TotalDays)));
        Assert.Equal(facts.Select(fact => fact.RecordedAt).Order(), facts.Select(fact => fact.RecordedAt));
    }
}
