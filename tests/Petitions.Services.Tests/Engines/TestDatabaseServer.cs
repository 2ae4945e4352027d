using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Petitions.Services.Tests.Engines;

/// <summary>
/// Hands out fresh databases on the engine named by PETITIONS_TEST_ENGINE. A database is a copy of a template
/// that is prepared (migrated, seeded) once per process, because a copy takes milliseconds and a migration seconds.
/// Knows nothing of our DbContext, so every floor's tests can use it.
/// </summary>
public static class TestDatabaseServer
{
    private const string EngineVariable = "PETITIONS_TEST_ENGINE";
    private const string PostgresVariable = "PETITIONS_TEST_POSTGRES";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static readonly ConcurrentDictionary<string, byte> LiveDatabases = new();
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static readonly string ProcessMark = $"pt_{Environment.ProcessId}_{Guid.NewGuid():N}"[..20];
    private static readonly Lazy<string> Folder = new(() => Directory.CreateTempSubdirectory("petitions-tests-").FullName);

    static TestDatabaseServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DropEverything();

    public static TestEngine Engine { get; } = Environment.GetEnvironmentVariable(EngineVariable) switch
    {
        null or "" or "sqlite" => TestEngine.Sqlite,
        "postgres" => TestEngine.Postgres,
        var other => throw new InvalidOperationException($"{EngineVariable} is '{other}'; it must be sqlite or postgres."),
    };

    /// <summary>Gives a fresh database with what <paramref name="prepareTemplate"/> put into the template.</summary>
    /// <param name="template">Name of the template; the first caller in this process prepares it, the others wait.</param>
    /// <param name="prepareTemplate">Gets the template's connection string; migrates and seeds.</param>
    public static async Task<TestDatabase> CreateAsync(string template, Func<string, Task> prepareTemplate)
    {
        var source = await Templates
            .GetOrAdd(template, name => new Lazy<Task<string>>(() => PrepareAsync(name, prepareTemplate)))
            .Value;

        return Engine == TestEngine.Sqlite ? CopyFile(source) : await CopyPostgresAsync(source);
    }

    /// <summary>The same database as a second node names it: connections, and on SQLite a row of writers, of its own, as in another process.</summary>
    public static string OfOtherNode(string connectionString) => Engine == TestEngine.Sqlite
        ? new SqliteConnectionStringBuilder(connectionString) { Cache = SqliteCacheMode.Private }.ToString()
        : new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "other-node" }.ToString();

    private static async Task<string> PrepareAsync(string name, Func<string, Task> prepareTemplate)
    {
        if (Engine == TestEngine.Sqlite)
        {
            var path = Path.Combine(Folder.Value, $"template-{name}.db");
            await prepareTemplate(SqliteString(path, pooling: false));
            await using var connection = new SqliteConnection(SqliteString(path, pooling: false));
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";   // the copy takes the main file only
            await checkpoint.ExecuteNonQueryAsync();
            return path;
        }

        var database = $"{ProcessMark}_t_{name}";
        await ExecuteAsync($"CREATE DATABASE \"{database}\"");
        LiveDatabases.TryAdd(database, 0);
        await prepareTemplate(PostgresString(database, pooling: false));   // a pooled connection would block copying
        return database;
    }

    private static TestDatabase CopyFile(string template)
    {
        var path = Path.Combine(Folder.Value, $"{Guid.NewGuid():N}.db");
        File.Copy(template, path);
        var connectionString = SqliteString(path, pooling: true);
        return new TestDatabase(TestEngine.Sqlite, connectionString, () =>
        {
            using (var connection = new SqliteConnection(connectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            foreach (var suffix in new[] { "", "-wal", "-shm" })
            {
                File.Delete(path + suffix);
            }

            return ValueTask.CompletedTask;
        });
    }

    private static async Task<TestDatabase> CopyPostgresAsync(string template)
    {
        var database = $"{ProcessMark}_{Guid.NewGuid():N}";
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"");
            LiveDatabases.TryAdd(database, 0);
        }
        finally
        {
            Copying.Release();
        }

        var connectionString = PostgresString(database, pooling: true);
        return new TestDatabase(TestEngine.Postgres, connectionString, async () =>
        {
            await using (var connection = new NpgsqlConnection(connectionString))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
            LiveDatabases.TryRemove(database, out _);
        });
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresString(database: null, pooling: true));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are made here, from a process id and a Guid; a database name cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string SqliteString(string path, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = pooling, ForeignKeys = true }.ToString();

    private static string PostgresString(string? database, bool pooling)
    {
        var server = Environment.GetEnvironmentVariable(PostgresVariable);
        if (string.IsNullOrWhiteSpace(server))
        {
            throw new InvalidOperationException(
                $"{EngineVariable} is postgres but {PostgresVariable} is empty. scripts/test.sh starts a server and sets it.");
        }

        var builder = new NpgsqlConnectionStringBuilder(server) { Pooling = pooling, MaxPoolSize = 10 };
        if (database is not null)
        {
            builder.Database = database;
        }

        return builder.ToString();
    }

    private static void DropEverything()
    {
        foreach (var database in LiveDatabases.Keys)
        {
            ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)").GetAwaiter().GetResult();
        }

        if (Folder.IsValueCreated)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder.Value, recursive: true);
        }
    }
}
