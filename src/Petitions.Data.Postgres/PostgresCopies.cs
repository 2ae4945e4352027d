using System.Data;
using Npgsql;

namespace Petitions.Data.Postgres;

/// <summary>Copies by pg_dump and pg_restore. Dumping needs the portal's role, loading the owner's.</summary>
public sealed class PostgresCopies : IDatabaseCopies
{
    public async Task<long> DumpAsync(string connectionString, Stream target, CancellationToken ct)
    {
        // One snapshot for the count and the dump: what is counted is what is in it.
        var server = Unhurried(connectionString);
        await using var connection = await OpenAsync(server, ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var snapshot = await ScalarAsync<string>(connection, "SELECT pg_export_snapshot()", ct);
        var facts = await ScalarAsync<long>(connection, "SELECT count(*) FROM facts", ct);
        await BackupProgram.RunAsync("pg_dump", server, ["--format=custom", "--compress=5", "--no-owner", "--no-privileges", "--schema=public", $"--snapshot={snapshot}", server.Database!], null, target, ct);
        return facts;
    }

    public async Task<bool> IsFilledAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = await OpenAsync(Unhurried(connectionString), ct);
        return await ScalarAsync<long>(connection, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", ct) > 0;
    }

    public async Task LoadAsync(string connectionString, Stream source, CancellationToken ct)
    {
        var server = Unhurried(connectionString);
        await using (var connection = await OpenAsync(server, ct))
        {
            await ExecuteAsync(connection, "DROP SCHEMA public CASCADE", ct);
        }

        // The dump brings the schema along; all of it or nothing.
        await BackupProgram.RunAsync("pg_restore", server, ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", $"--dbname={server.Database}"], source, null, ct);
    }

    public async Task<string> MakeScratchAsync(string connectionString, CancellationToken ct)
    {
        var server = Unhurried(connectionString);
        var scratch = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = $"petitions_test_{Guid.NewGuid():N}", Pooling = false };
        await using var connection = await OpenAsync(server, ct);
        await ExecuteAsync(connection, $"CREATE DATABASE {scratch.Database} TEMPLATE template0", ct);
        return scratch.ConnectionString;
    }

    public async Task DropScratchAsync(string connectionString, string scratch, CancellationToken ct)
    {
        await using var connection = await OpenAsync(Unhurried(connectionString), ct);
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(scratch).Database} WITH (FORCE)", ct);
    }

    // The portal's five seconds are for pages.
    private static NpgsqlConnectionStringBuilder Unhurried(string connectionString) => new(connectionString) { CommandTimeout = 0, Pooling = false };

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder server, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, "SET statement_timeout = 0", ct);
        await ExecuteAsync(connection, "SET idle_in_transaction_session_timeout = 0", ct);
        return connection;
    }

#pragma warning disable CA2100 // Each is written above; a scratch database is named by a Guid.
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
#pragma warning restore CA2100
}
