using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>security.md A1: the real program is killed under load; nothing it acknowledged may be lost or stored twice.</summary>
public sealed class KilledPortalTests
{
    private const int Submitters = 4;

    private static int Kills => WholeRun.Is ? 5 : 1;

    [Drill(TestEngine.Postgres, Turn = 0)]
    public async Task Kill_UnderFourSubmitters_LosesNothingAndStoresNothingTwice()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var sent = new ConcurrentBag<string>();
        var receipts = new ConcurrentDictionary<string, (string Number, string Code)>();
        await portal.StartAsync();

        for (var kill = 1; kill <= Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var before = receipts.Count;
            var submitters = Enumerable.Range(0, Submitters).Select(_ => Task.Run(() => SubmitAsync(stop.Token))).ToArray();
            await Until(() => receipts.Count >= before + 20);
            await portal.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(submitters);
            await portal.StartAsync();
        }

        foreach (var receipt in receipts.Values)
        {
            using var status = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address, $"/api/v1/petitions/{receipt.Number}"));
            status.Headers.Add("X-Query-Code", receipt.Code);
            using var answer = await client.SendAsync(status);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var numbers = new HashSet<string>();
        foreach (var key in sent)
        {
            var replay = await PostAsync(key, default);
            Assert.NotNull(replay);
            Assert.True(numbers.Add(replay.Value.Number), "Two keys share a number.");
            Assert.True(!receipts.TryGetValue(key, out var first) || first == replay.Value, "A replay gave another receipt.");
        }

        Assert.Equal(sent.Count, await RowsAsync(database.ConnectionString));

        async Task SubmitAsync(CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                var key = Guid.NewGuid().ToString();
                sent.Add(key);
                try
                {
                    if (await PostAsync(key, stop) is { } receipt)
                    {
                        receipts[key] = receipt;
                    }
                }
                catch (OperationCanceledException) when (!stop.IsCancellationRequested)
                {
                    // Too slow for the client, on a busy machine: what came of it shows at the replay below.
                }
                catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException)
                {
                    // The kill cut this answer off: the caller knows nothing, and replays the key below.
                    return;
                }
            }
        }

        async Task<(string Number, string Code)?> PostAsync(string key, CancellationToken ct)
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Address, "/api/v1/petitions")) { Content = JsonContent.Create(ApiBodies.Petition()) };
            post.Headers.Add("Idempotency-Key", key);
            using var answer = await client.SendAsync(post, ct);
            if (answer.StatusCode != HttpStatusCode.Created)
            {
                return null;
            }

            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            return (body.GetProperty("number").GetString()!, body.GetProperty("queryCode").GetString()!);
        }
    }

    private static async Task Until(Func<bool> reached)
    {
        for (var tries = 0; tries < 600 && !reached(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(reached(), "The portal did not acknowledge enough petitions.");
    }

    internal static async Task<int> RowsAsync(string connection)
    {
        await using var services = TestServices.Build(connection, TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Petitions.CountAsync();
    }
}
