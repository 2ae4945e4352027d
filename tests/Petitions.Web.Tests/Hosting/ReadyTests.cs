using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;
using Petitions.Web.Tests.Kill;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md E4: a node with a pending migration or a weak database lives and is not ready; strangers learn no reason.</summary>
public sealed class ReadyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    /// <summary>security.md A2: a database that may forget what it acknowledged gets no work; the log says why, strangers learn nothing.</summary>
    [Fact]
    public async Task Ready_OnADatabaseThatMayForget_Is503_AndTheLogNamesTheSetting()
    {
        await using var database = await BreakableDatabase.CreateAsync();
        foreach (var setting in BreakableDatabase.WeakSettings)
        {
            await using var node = new RestartablePortal(await database.WeakenAsync(setting));
            await node.StartAsync();
            using var client = new ApiClient(node.Address);

            using var ready = await client.GetAsync("/health/ready");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Equal("{\"status\":\"unavailable\"}", await ready.Content.ReadAsStringAsync());
            await node.SaysAsync($"Not ready: {setting} would lose acknowledged petitions");
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }
    }

    [Fact]
    public async Task Ready_WithAPendingMigration_Is503_WhileLiveIs200()
    {
        using var client = portal.Browser();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Database
                .ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%AppendOnly'""");
        }

        using var ready = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("{\"status\":\"unavailable\"}", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }
}
