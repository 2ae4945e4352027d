using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Petitions.Services.Tests.Engines;

public sealed class TestDatabaseServerTests
{
    private static int prepared;

    [Fact]
    public async Task Create_TwiceFromOneTemplate_PreparesOnceAndKeepsTheCopiesApart()
    {
        await using var first = await TestDatabaseServer.CreateAsync("server-tests", PrepareAsync);
        await using var second = await TestDatabaseServer.CreateAsync("server-tests", PrepareAsync);

        await ExecuteAsync(first.ConnectionString, "INSERT INTO marks VALUES (2)");

        Assert.Equal(1, prepared);
        Assert.Equal(2L, await ExecuteAsync(first.ConnectionString, "SELECT COUNT(*) FROM marks"));
        Assert.Equal(1L, await ExecuteAsync(second.ConnectionString, "SELECT COUNT(*) FROM marks"));
    }

    [Fact]
    public async Task Create_Always_GivesADatabaseThatKeepsCommits()
    {
        await using var database = await TestDatabaseServer.CreateAsync("server-tests", PrepareAsync);

        // SQLite answers FULL = 2 as its default; PostgreSQL must not have been started with durability off.
        var answer = database.Engine == TestEngine.Sqlite
            ? await ExecuteAsync(database.ConnectionString, "PRAGMA synchronous")
            : await ExecuteAsync(database.ConnectionString, "SELECT current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')");

        Assert.Equal(database.Engine == TestEngine.Sqlite ? 2L : "ononon", answer);
    }

    private static async Task PrepareAsync(string connectionString)
    {
        Interlocked.Increment(ref prepared);
        await ExecuteAsync(connectionString, "CREATE TABLE marks (n INTEGER PRIMARY KEY)");
        await ExecuteAsync(connectionString, "INSERT INTO marks VALUES (1)");
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using DbConnection connection = TestDatabaseServer.Engine == TestEngine.Sqlite
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the literals of this file arrive here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
