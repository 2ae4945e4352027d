using System.Collections.Concurrent;
using System.Net;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Tests.Api;

namespace Petitions.Web.Tests.Kill;

/// <summary>security.md A2 and A6: the database fails under load, the portal stays up, answers what it can and comes back by itself.</summary>
public sealed class KilledDatabaseTests
{
    private const int Submitters = 4;

    private static int Kills => WholeRun.Is ? 5 : 1;

    [Drill(TestEngine.Postgres, Turn = 1)]
    public async Task Break_UnderFourSubmitters_LosesNothing_StoresNothingTwice_AndNeedsNoRestart()
    {
        await using var database = await BreakableDatabase.CreateAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        await portal.StartAsync();
        using var client = new ApiClient(portal.Address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        var receipts = new ConcurrentDictionary<string, (string Number, string Code)>();
        var answers = new ConcurrentBag<(HttpStatusCode Status, bool RetryAfter)>();
        using var stop = new CancellationTokenSource();
        var submitters = Enumerable.Range(0, Submitters).Select(_ => Task.Run(SubmitAsync)).ToArray();

        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = receipts.Count;
            await Until(() => receipts.Count >= before + 20, portal);
            await database.BreakAsync();
            await CheckBrokenAsync(client, database.IsServer);
            await database.MendAsync();
        }

        var mended = receipts.Count;
        await Until(() => receipts.Count >= mended + 20, portal);
        await stop.CancelAsync();
        await Task.WhenAll(submitters);

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), answer));
        Assert.NotEmpty(answers);
        Assert.Equal(receipts.Count, receipts.Values.Select(receipt => receipt.Number).Distinct().Count());
        foreach (var (key, receipt) in receipts)
        {
            Assert.Equal(receipt, (await client.FileAsync(key)).Receipt);
            Assert.Equal(HttpStatusCode.OK, await client.StatusAsync(receipt));
        }

        Assert.Equal(receipts.Count, await KilledPortalTests.RowsAsync(database.ConnectionString));

        // Like a person with patience: the same key until there is a receipt, so that in the end every key has one.
        async Task SubmitAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                var key = Guid.NewGuid().ToString();
                while (!receipts.ContainsKey(key))
                {
                    var (receipt, status, retryAfter) = await client.FileAsync(key);
                    if (receipt is { } given)
                    {
                        receipts[key] = given;
                    }
                    else
                    {
                        answers.Add((status, retryAfter));
                        await Task.Delay(200);
                    }
                }
            }
        }
    }

    private static async Task CheckBrokenAsync(ApiClient client, bool reading)
    {
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/help")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.FileAsync(Guid.NewGuid().ToString())).Status);
        if (!reading)
        {
            return;
        }

        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("{\"status\":\"unavailable\"}", await ready.Content.ReadAsStringAsync());
        using var page = await client.GetAsync("/verify/roots");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Contains("服务暂时不可用", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> reached, RestartablePortal portal)
    {
        for (var tries = 0; tries < 600 && !reached(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(reached(), $"The portal did not acknowledge enough petitions.\n{portal.Output}");
    }
}
