using System.Net;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;
using Petitions.Web.Tests.Kill;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md A8: told to stop, a node says at once that it is not ready, finishes what it was asked, cuts no answer and ends with 0.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task Stop_UnderLoad_CutsNoAnswer()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        await portal.StartAsync(("Node__DrainSeconds", "3"));
        using var client = new ApiClient(portal.Address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        var acknowledged = 0;
        var submitters = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                try
                {
                    var (receipt, status, _) = await client.FileAsync(Guid.NewGuid().ToString());
                    Assert.True(receipt is not null, status.ToString());
                    Interlocked.Increment(ref acknowledged);
                }
                catch (HttpRequestException)
                {
                    // The door is shut. Had anything been begun and its answer cut, there would be a row too many below.
                    return;
                }
            }
        })).ToArray();
        for (var tries = 0; tries < 600 && acknowledged < 10; tries++)
        {
            await Task.Delay(50);
        }

        await portal.TermAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        await Task.WhenAll(submitters);
        Assert.Equal(0, await portal.ExitAsync());
        Assert.True(acknowledged >= 10, "Nothing was filed.");
        Assert.Equal(acknowledged, await KilledPortalTests.RowsAsync(database.ConnectionString));
    }
}
