using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Petitions.Data.Sqlite;

/// <summary>Copies by SQLite's online backup: writers go on meanwhile.</summary>
[SuppressMessage("Security", "SCS0018", Justification = "The place of the database file is the operator's setting; the rest of each name is made here.")]
public sealed class SqliteCopies : IDatabaseCopies
{
    public async Task<long> DumpAsync(string connectionString, Stream target, CancellationToken ct)
    {
        var copy = FileOf(connectionString) + $".{Guid.NewGuid():N}.copy";
        try
        {
            var facts = 0L;
            await using (var from = Open(connectionString))
            await using (var to = Open($"Data Source={copy}"))
            {
                from.BackupDatabase(to);
                await using var settle = to.CreateCommand();
                settle.CommandText = "PRAGMA journal_mode=DELETE";
                await settle.ExecuteNonQueryAsync(ct);
                facts = await CountAsync(to, "SELECT count(*) FROM facts", ct);
            }

            await using var file = File.OpenRead(copy);
            await file.CopyToAsync(target, ct);
            return facts;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public async Task<bool> IsFilledAsync(string connectionString, CancellationToken ct)
    {
        if (!File.Exists(FileOf(connectionString)))
        {
            return false;
        }

        await using var connection = Open(connectionString);
        return await CountAsync(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'table'", ct) > 0;
    }

    /// <summary>The file is written beside the old one and takes its name when it is whole. No node may run meanwhile.</summary>
    public async Task LoadAsync(string connectionString, Stream source, CancellationToken ct)
    {
        var place = FileOf(connectionString);
        var coming = place + ".restoring";
        await using (var file = File.Create(coming))
        {
            await source.CopyToAsync(file, ct);
            file.Flush(flushToDisk: true);
        }

        await using (var check = Open($"Data Source={coming}"))
        await using (var integrity = check.CreateCommand())
        {
            integrity.CommandText = "PRAGMA integrity_check";
            if ((string?)await integrity.ExecuteScalarAsync(ct) != "ok")
            {
                throw new InvalidDataException("The copy of the database is damaged.");
            }

            // As the portal keeps it: its first look at the file is a reader's, which could not change the mode.
            integrity.CommandText = "PRAGMA journal_mode=WAL";
            await integrity.ExecuteNonQueryAsync(ct);
        }

        SqliteConnection.ClearAllPools();
        File.Delete(place + "-wal");
        File.Delete(place + "-shm");
        File.Move(coming, place, overwrite: true);
    }

    public Task<string> MakeScratchAsync(string connectionString, CancellationToken ct) =>
        Task.FromResult(new SqliteConnectionStringBuilder { DataSource = FileOf(connectionString) + $".{Guid.NewGuid():N}.test", Pooling = false }.ToString());

    public Task DropScratchAsync(string connectionString, string scratch, CancellationToken ct)
    {
        foreach (var end in new[] { "", "-wal", "-shm", ".restoring" })
        {
            File.Delete(FileOf(scratch) + end);
        }

        return Task.CompletedTask;
    }

    private static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static async Task<long> CountAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var count = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        count.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await count.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
