using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Petitions.Data.Search;
using Petitions.Domain.Search;

namespace Petitions.Data.Sqlite;

/// <summary>FTS5 over the same pieces, with positions and without text: newest first by seat (docs/decisions/0009).</summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    private const int SeatsPerMillisecond = 4;
    private const string Moment = "yyyy-MM-dd HH:mm:ss.ffffff";

    private static readonly DateTime First = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<SearchBatch> FindAsync(PetitionsDbContext db, SearchQuery query, SearchSpan span, int take, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            var (from, below) = (span.From is { } start ? SeatOf(start) : 0, await BelowAsync(connection, span, ct));
            var walk = query.IsWalk ? await WalkedAsync(connection, from, below, ct) : null;
            var hits = new List<SearchHit>();
            await using var command = connection.CreateCommand();
            // CROSS JOIN: the index gives the order, the other table follows.
            command.CommandText = """
                SELECT s.id, s.received_at FROM petition_search_fts f CROSS JOIN petition_search s ON s.seat = f.rowid
                WHERE petition_search_fts MATCH $query AND f.rowid >= $from AND f.rowid < $below ORDER BY f.rowid DESC LIMIT $take
                """;
            command.Parameters.AddWithValue("$query", string.Join(" AND ", query.Phrases.Select(Phrase)));
            command.Parameters.AddWithValue("$from", walk?.Seat ?? from);
            command.Parameters.AddWithValue("$below", below);
            command.Parameters.AddWithValue("$take", take);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                hits.Add(new SearchHit(reader.GetGuid(0), Read(reader.GetString(1))));
            }

            return hits.Count >= take ? new SearchBatch(hits, IsAll: false) : new SearchBatch(hits, walk is null, walk?.ReceivedAt);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A transaction of this engine has the one pen; the next waits for it.</summary>
    public Task<bool> TryTurnAsync(PetitionsDbContext db, CancellationToken ct) => Task.FromResult(true);

    public async Task ReplaceAsync(PetitionsDbContext db, IReadOnlyCollection<Guid> matters, IReadOnlyList<SearchRow> rows, CancellationToken ct)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        await using var take = Command(transaction, "DELETE FROM petition_search WHERE id = $id RETURNING seat", "$id");
        await using var takeTokens = Command(transaction, "DELETE FROM petition_search_fts WHERE rowid = $seat", "$seat");
        await using var put = Command(transaction, "INSERT INTO petition_search (seat, id, received_at) VALUES ($seat, $id, $at)", "$seat", "$id", "$at");
        await using var putTokens = Command(transaction, "INSERT INTO petition_search_fts (rowid, bi) VALUES ($seat, $bi)", "$seat", "$bi");
        await using var free = Command(transaction, "SELECT seat FROM petition_search WHERE seat >= $seat ORDER BY seat", "$seat");
        foreach (var matter in matters)
        {
            if (await RunAsync(take, ct, matter) is long seat)
            {
                await RunAsync(takeTokens, ct, seat);
            }
        }

        foreach (var row in rows)
        {
            var seat = await FreeAsync(free, SeatOf(row.ReceivedAt), ct);
            await RunAsync(put, ct, seat, row.Id, row.ReceivedAt.ToString(Moment, CultureInfo.InvariantCulture));
            await RunAsync(putTokens, ct, seat, SearchTokens.Of(row.Norm));
        }
    }

    public Task TidyAsync(PetitionsDbContext db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Merges all parts of the index: the last trace of a deleted row's tokens goes, since deleted pages are overwritten.</summary>
    public async Task PurgeAsync(PetitionsDbContext db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO petition_search_fts (petition_search_fts) VALUES ('optimize')", ct);

    public async Task BeginRebuildAsync(PetitionsDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM petition_search", ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO petition_search_fts (petition_search_fts) VALUES ('delete-all')", ct);
    }

    public Task EndRebuildAsync(PetitionsDbContext db, CancellationToken ct) => PurgeAsync(db, ct);

    private static string Phrase(SearchPhrase phrase) => $"\"{string.Join(' ', phrase.Tokens)}\"{(phrase.EndsInSingle ? " *" : "")}";

    private static long SeatOf(DateTime at) => (long)(at - First).TotalMilliseconds * SeatsPerMillisecond;

    private static DateTime Read(string stored) => DateTime.SpecifyKind(DateTime.ParseExact(stored, Moment, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    /// <summary>The first seat no longer looked at. A matter that lost its row meanwhile still says when it was received.</summary>
    private static async Task<long> BelowAsync(SqliteConnection connection, SearchSpan span, CancellationToken ct)
    {
        var below = span.Before is { } before ? SeatOf(before) : long.MaxValue;
        if (span.After is not { } after)
        {
            return below;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT seat FROM petition_search WHERE id = $id";
        command.Parameters.AddWithValue("$id", after.Id);
        return Math.Min(below, await command.ExecuteScalarAsync(ct) as long? ?? SeatOf(after.ReceivedAt));
    }

    /// <summary>Where the walk of the newest ends; null when it reaches the oldest.</summary>
    private static async Task<(long Seat, DateTime ReceivedAt)?> WalkedAsync(SqliteConnection connection, long from, long below, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT seat, received_at FROM petition_search WHERE seat < $below AND seat >= $from ORDER BY seat DESC LIMIT 1 OFFSET $rows";
        command.Parameters.AddWithValue("$below", below);
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$rows", SearchBatch.WalkRows - 1);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), Read(reader.GetString(1))) : null;
    }

    /// <summary>The first free seat from the wanted one on: more matters of one moment sit beside it.</summary>
    private static async Task<long> FreeAsync(SqliteCommand taken, long seat, CancellationToken ct)
    {
        taken.Parameters[0].Value = seat;
        await using var reader = await taken.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct) && reader.GetInt64(0) == seat)
        {
            seat++;
        }

        return seat;
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string sql, params ReadOnlySpan<string> names)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Only the literals of this class arrive here.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static Task<object?> RunAsync(SqliteCommand command, CancellationToken ct, params ReadOnlySpan<object> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place];
        }

        return command.ExecuteScalarAsync(ct);
    }
}
