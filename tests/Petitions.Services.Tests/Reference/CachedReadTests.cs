using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Reference;

/// <summary>What is kept in memory: who asks while it is read again goes on with what was known, unless it is known to be wrong.</summary>
public sealed class CachedReadTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualResetEventSlim mayRead = new(initialState: true);
    private readonly SemaphoreSlim reading = new(0);
    private TestDatabase? database;
    private ServiceProvider? services;
    private CachedRead<string>? cache;
    private int reads;
    private volatile bool away;

    public async Task InitializeAsync()
    {
        database = await TestServices.NewDatabaseAsync();
        services = TestServices.Build(database.ConnectionString, TimeProvider.System);
        // Old at once.
        cache = new CachedRead<string>(services.GetRequiredService<IServiceScopeFactory>(), _ => Read(), TimeSpan.Zero);
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        await database!.DisposeAsync();
        mayRead.Dispose();
        reading.Dispose();
    }

    [Fact]
    public async Task Value_ReadAgainByAnother_IsTheOneKnown()
    {
        Assert.Equal("1", cache!.Value);
        var renewing = await BeginReadingAsync();

        Assert.Equal("1", await Ask().WaitAsync(Patience));

        mayRead.Set();
        Assert.Equal("2", await renewing.WaitAsync(Patience));
    }

    /// <summary>No question waits for what is only half old: it is read beside, and soon everybody has it.</summary>
    [Fact]
    public async Task Value_HalfOld_IsReadBesideTheQuestions()
    {
        cache = new CachedRead<string>(services!.GetRequiredService<IServiceScopeFactory>(), _ => Read(), TimeSpan.FromHours(1), youth: TimeSpan.Zero);
        Assert.Equal("1", cache.Value);
        while (reading.CurrentCount > 0)
        {
            await reading.WaitAsync();
        }

        mayRead.Reset();
        Assert.Equal(["1", "1"], new[] { cache.Value, cache.Value });
        Assert.True(await reading.WaitAsync(Patience), "Nobody read it again.");
        Assert.Equal("1", cache.Value);

        mayRead.Set();
        for (var tries = 0; cache.Value == "1" && tries < 600; tries++)
        {
            await Task.Delay(50);
        }

        Assert.NotEqual("1", cache.Value);
    }

    [Fact]
    public async Task Value_Forgotten_IsNeverTheOneKnown()
    {
        Assert.Equal("1", cache!.Value);
        cache.Forget();
        var renewing = await BeginReadingAsync();

        var asked = Ask();
        mayRead.Set();

        Assert.Equal("2", await renewing.WaitAsync(Patience));
        Assert.NotEqual("1", await asked.WaitAsync(Patience));
    }

    /// <summary>One question learns that the database is away; those after it wait for nobody, and the first value read after that is everybody's.</summary>
    [Fact]
    public async Task Value_WhileTheDatabaseIsAway_WaitsForNobody()
    {
        cache = new CachedRead<string>(services!.GetRequiredService<IServiceScopeFactory>(), _ => Read(), TimeSpan.FromHours(1)) { Pause = TimeSpan.Zero };
        Assert.Equal("1", cache.Value);
        away = true;
        cache.Forget();
        Assert.Equal("1", cache.Value);
        while (reading.CurrentCount > 0)
        {
            await reading.WaitAsync();
        }

        mayRead.Reset();
        Assert.Equal("1", await Ask().WaitAsync(Patience));
        Assert.True(await reading.WaitAsync(Patience), "Nobody tried again.");
        Assert.Equal("1", await Ask().WaitAsync(Patience));

        away = false;
        mayRead.Set();
        for (var tries = 0; cache.Value == "1" && tries < 600; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal("2", cache.Value);
    }

    /// <summary>Somebody reads and is held there.</summary>
    private async Task<Task<string>> BeginReadingAsync()
    {
        while (reading.CurrentCount > 0)
        {
            await reading.WaitAsync();
        }

        mayRead.Reset();
        var renewing = Ask();
        Assert.True(await reading.WaitAsync(Patience), "Nobody read it again.");
        return renewing;
    }

    private Task<string> Ask() => Task.Factory.StartNew(() => cache!.Value, default, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private string Read()
    {
        reading.Release();
        mayRead.Wait(Patience);
        if (away)
        {
            throw Away();
        }

        return $"{Interlocked.Increment(ref reads)}";
    }

    private static DbException Away() =>
        TestDatabaseServer.Engine == TestEngine.Postgres ? new NpgsqlException("Silence.", new TimeoutException()) : new SqliteException("The disk does not answer.", 10);
}
