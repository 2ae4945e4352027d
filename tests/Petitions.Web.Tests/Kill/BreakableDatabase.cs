using Microsoft.Data.Sqlite;
using Npgsql;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>
/// A database that fails on demand, of the engine under test: a PostgreSQL server is killed with SIGKILL; a SQLite file,
/// which has no server, is held by another writer for longer than anybody waits.
/// </summary>
internal sealed class BreakableDatabase : IAsyncDisposable
{
    private ThrowAwayPostgres? server;
    private TestDatabase? file;
    private SqliteConnection? holder;

    public string ConnectionString { get; private init; } = "";

    /// <summary>Whether reading fails as well while it is broken.</summary>
    public bool IsServer => server is not null;

    public static async Task<BreakableDatabase> CreateAsync()
    {
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            var database = await TestServices.NewDatabaseAsync();
            return new BreakableDatabase { file = database, ConnectionString = database.ConnectionString };
        }

        var postgres = await ThrowAwayPostgres.CreateAsync();
        await TestServices.PrepareAsync(postgres.ConnectionString);
        return new BreakableDatabase { server = postgres, ConnectionString = postgres.ConnectionString };
    }

    public async Task BreakAsync()
    {
        if (server is not null)
        {
            await server.KillAsync();
            return;
        }

        holder = new SqliteConnection(ConnectionString);
        await holder.OpenAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();
    }

    public async Task MendAsync()
    {
        if (server is not null)
        {
            await server.StartAsync();
            // This process' own connections died with the server.
            NpgsqlConnection.ClearAllPools();
            return;
        }

        // A connection goes back into its pool as it is, with its transaction.
        await using (var letGo = holder!.CreateCommand())
        {
            letGo.CommandText = "ROLLBACK";
            await letGo.ExecuteNonQueryAsync();
        }

        await holder.DisposeAsync();
    }

    /// <summary>The settings that would lose acknowledged petitions, as the portal names them.</summary>
    public static IReadOnlyList<string> WeakSettings { get; } =
        TestDatabaseServer.Engine == TestEngine.Sqlite ? ["journal_mode"]
        : WholeRun.Is ? ["fsync", "synchronous_commit", "full_page_writes"] : ["synchronous_commit"];

    /// <summary>
    /// Starts it again with one setting off and answers how to connect. SQLite's settings belong to the connection and the
    /// portal sets them itself; only a place that cannot do WAL defeats it, as a network share does.
    /// </summary>
    public async Task<string> WeakenAsync(string setting)
    {
        if (server is not null)
        {
            await server.KillAsync();
            await server.StartAsync($"{setting}=off");
            return ConnectionString;
        }

        await using (var leaving = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString()))
        {
            await leaving.OpenAsync();
            await using var leave = leaving.CreateCommand();
            leave.CommandText = "PRAGMA journal_mode=DELETE";
            await leave.ExecuteNonQueryAsync();
        }

        return new SqliteConnectionStringBuilder(ConnectionString) { Vfs = "unix-dotfile" }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }
}
