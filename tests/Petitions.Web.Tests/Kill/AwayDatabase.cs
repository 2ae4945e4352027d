using Microsoft.Data.Sqlite;
using Npgsql;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>
/// A database that goes away without dying, of the engine under test: the road to the server breaks in each of its ways;
/// a SQLite file, which has no road, is held by another writer, for good or for 400 ms at a time.
/// </summary>
internal sealed class AwayDatabase : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly Road? road;
    private SqliteConnection? holder;
    private CancellationTokenSource? slow;
    private Task slowing = Task.CompletedTask;

    private AwayDatabase(TestDatabase database)
    {
        this.database = database;
        ConnectionString = database.ConnectionString;
        if (IsServer)
        {
            var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            road = new Road(server.Host!, server.Port);
            (server.Host, server.Port) = ("127.0.0.1", road.Port);
            ConnectionString = server.ToString();
        }
    }

    public static bool IsServer => TestDatabaseServer.Engine == TestEngine.Postgres;

    /// <summary>A held SQLite file is away for writers only.</summary>
    public static IEnumerable<RoadState> Ways => !IsServer ? [RoadState.Closed] : WholeRun.Is ? [RoadState.Closed, RoadState.Cut, RoadState.BlackHole] : [RoadState.Cut, RoadState.BlackHole];

    public string ConnectionString { get; }

    /// <summary>Past the broken road, for looking at what is stored.</summary>
    public string DirectConnectionString => database.ConnectionString;

    public static async Task<AwayDatabase> CreateAsync() => new(await TestServices.NewDatabaseAsync());

    public async Task BecomeAsync(RoadState state)
    {
        if (road is not null)
        {
            road.Become(state);
            return;
        }

        await LetGoAsync();
        if (state == RoadState.Slow)
        {
            slow = new CancellationTokenSource();
            slowing = HoldNowAndThenAsync(slow.Token);
        }
        else if (state != RoadState.Open)
        {
            holder = await HoldAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        if (road is not null)
        {
            await road.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    private async Task HoldNowAndThenAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await using (await HoldAsync())
            {
                await Task.Delay(400, CancellationToken.None);
            }

            await Task.Delay(400, CancellationToken.None);
        }
    }

    private async Task<SqliteConnection> HoldAsync()
    {
        // Not from the pool, where a connection would stay as it is, with its transaction.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var hold = connection.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task LetGoAsync()
    {
        if (slow is not null)
        {
            await slow.CancelAsync();
            await slowing;
            slow.Dispose();
            slow = null;
        }

        if (holder is not null)
        {
            await holder.DisposeAsync();
            holder = null;
        }
    }
}
