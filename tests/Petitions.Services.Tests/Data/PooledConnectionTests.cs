using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>Connections are not reset when the pool lends them again: whoever changes one for longer than a transaction puts it back himself.</summary>
public sealed class PooledConnectionTests : PetitionsTest
{
    private const int Lent = 4;

    [Drill(TestEngine.Postgres, OnlyThere = true)]
    public async Task Listening_Ended_LeavesNothingOnTheConnection()
    {
        using var over = new CancellationTokenSource();
        var listening = new TaskCompletionSource();
        await using (var scope = Services.CreateAsyncScope())
        {
            var live = Services.GetRequiredService<IEngineInfo>().Live;
            var listener = live.ListenAsync(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>(), listening.SetResult, _ => { }, over.Token);
            await listening.Task;
            await over.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener);
        }

        // All that lie in the pool, held at the same time.
        var scopes = Enumerable.Range(0, Lent).Select(_ => Services.CreateAsyncScope()).ToList();
        var channels = new List<string>();
        foreach (var db in scopes.Select(scope => scope.ServiceProvider.GetRequiredService<PetitionsDbContext>()))
        {
            await db.Database.OpenConnectionAsync();
            channels.AddRange(await db.Database.SqlQuery<string>($"SELECT pg_listening_channels() AS \"Value\"").ToListAsync());
        }

        foreach (var scope in scopes)
        {
            await scope.DisposeAsync();
        }

        Assert.Empty(channels);
    }
}
