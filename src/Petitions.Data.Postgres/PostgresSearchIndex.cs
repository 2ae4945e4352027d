using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Petitions.Data.Postgres.Migrations;
using Petitions.Data.Search;
using Petitions.Domain.Clocks;
using Petitions.Domain.Search;

namespace Petitions.Data.Postgres;

/// <summary>
/// Pair keys in a GIN index, asked in three steps: the newest month, the one before it, all (docs/decisions/0009). One
/// condition a key lets the index leap from one to the next; the materialized steps and the switched-off scan leave
/// the planner no choice.
/// </summary>
internal sealed class PostgresSearchIndex : ISearchIndex
{
    private const int Months = 2;
    private const int MonthsFurtherBack = 12;
    private const int KeysMax = 12;
    private const int MonthLimit = 2_000;
    private const int AllLimit = 800;
    private const int PatientLimit = 4_000;

    // Any number; the same on every node.
    private const long Turn = 0x7065_7469_7469_6F6E;

    public async Task<SearchBatch> FindAsync(PetitionsDbContext db, SearchQuery query, SearchSpan span, int take, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var search = new Search(connection, query, span);
            if (await search.NewestAsync(ct) is not { } newest)
            {
                return new SearchBatch([], IsAll: true);
            }

            return query.IsWalk ? await search.WalkAsync(take, ct) : await StepsAsync(search, span, newest, take, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<bool> TryTurnAsync(PetitionsDbContext db, CancellationToken ct) =>
        await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Turn}) AS \"Value\"").SingleAsync(ct);

    public async Task ReplaceAsync(PetitionsDbContext db, IReadOnlyCollection<Guid> matters, IReadOnlyList<SearchRow> rows, CancellationToken ct)
    {
        var ids = matters.ToArray();
        await db.Database.ExecuteSqlAsync($"DELETE FROM petition_search WHERE id = ANY ({ids})", ct);
        if (rows.Count == 0)
        {
            return;
        }

        var connection = (NpgsqlConnection)db.Database.CurrentTransaction!.GetDbTransaction().Connection!;
        await using var copy = await connection.BeginBinaryImportAsync("COPY petition_search (id, received_at, txt, grams) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(row.ReceivedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(row.Norm, NpgsqlDbType.Text, ct);
            await copy.WriteAsync((int[])[.. SearchKeys.Of(row.Norm), MonthOf(row.ReceivedAt)], NpgsqlDbType.Array | NpgsqlDbType.Integer, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public async Task TidyAsync(PetitionsDbContext db, CancellationToken ct) =>
        await db.Database.SqlQuery<long?>($"SELECT petition_search_tidy() AS \"Value\"").SingleAsync(ct);

    public async Task PurgeAsync(PetitionsDbContext db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"VACUUM petition_search", ct);

    public async Task BeginRebuildAsync(PetitionsDbContext db, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"TRUNCATE petition_search; DROP INDEX IF EXISTS petition_search_gin;", ct);

    public async Task EndRebuildAsync(PetitionsDbContext db, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(4));
        await db.Database.ExecuteSqlRawAsync(SearchIndex.Gin, ct);
        await db.Database.ExecuteSqlAsync($"ANALYZE petition_search", ct);
    }

    private static async Task<SearchBatch> StepsAsync(Search search, SearchSpan span, DateTime newest, int take, CancellationToken ct)
    {
        var hits = new List<SearchHit>();
        var day = ChinaTime.DateOf(newest);
        var month = new DateOnly(day.Year, day.Month, 1);
        try
        {
            for (var step = 0; step < (span.Before is null ? Months : MonthsFurtherBack); step++)
            {
                hits.AddRange(await search.StepAsync(month, take - hits.Count, MonthLimit, ct));
                if (hits.Count >= take)
                {
                    return new SearchBatch(hits, IsAll: false);
                }

                if (span.From >= ChinaTime.StartOfDayUtc(month))
                {
                    return new SearchBatch(hits, IsAll: true);
                }

                month = month.AddMonths(-1);
            }

            var all = await search.StepAsync(null, take, span.Patient ? PatientLimit : AllLimit, ct);
            return new SearchBatch(all, all.Count < take);
        }
        catch (PostgresException slow) when (slow.SqlState == PostgresErrorCodes.QueryCanceled && !ct.IsCancellationRequested)
        {
            return new SearchBatch(hits, IsAll: false, ChinaTime.EndOfDayUtc(month.AddMonths(1).AddDays(-1)));
        }
    }

    private static int MonthOf(DateTime receivedAt) => SearchKeys.Month(ChinaTime.DateOf(receivedAt));

    /// <summary>One search over one connection.</summary>
    private sealed class Search(NpgsqlConnection connection, SearchQuery query, SearchSpan span)
    {
        private readonly List<int> keys = KeysOf(query);
        private readonly bool byKeysOnly = query.Phrases.All(phrase => phrase.IsPair);

        /// <summary>When the newest matter within the span was received, whatever it holds: months without any are not asked.</summary>
        public async Task<DateTime?> NewestAsync(CancellationToken ct)
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SET LOCAL enable_seqscan = off"));
            var newest = new Text();
            newest.Add("SELECT received_at FROM petition_search").Add(InSpan(newest, " WHERE ")).Add(" ORDER BY received_at DESC, id DESC LIMIT 1");
            batch.BatchCommands.Add(newest.ToBatch());
            return (DateTime?)await batch.ExecuteScalarAsync(ct);
        }

        public Task<List<SearchHit>> StepAsync(DateOnly? month, int take, int limit, CancellationToken ct)
        {
            var sql = new Text();
            sql.Add("WITH m AS MATERIALIZED (SELECT id, received_at FROM petition_search WHERE ")
                .Add(string.Join(" AND ", keys.Concat(month is { } only ? [SearchKeys.Month(only)] : []).Select(key => $"grams @> ARRAY[{sql.Value(key)}]::int4[]")))
                .Add("), o AS MATERIALIZED (SELECT id, received_at FROM m").Add(InSpan(sql, " WHERE ")).Add(" ORDER BY received_at DESC, id DESC");
            if (byKeysOnly)
            {
                sql.Add($" LIMIT {sql.Value(take)}) SELECT id, received_at FROM o ORDER BY received_at DESC, id DESC");
            }
            else
            {
                // Candidates newest first; a text is read only until enough are found.
                sql.Add($") SELECT o.id, o.received_at FROM o CROSS JOIN LATERAL (SELECT 1 FROM petition_search x WHERE x.id = o.id{Holds(sql, "x.txt")} OFFSET 0) y LIMIT {sql.Value(take)}");
            }

            return RunAsync(sql, limit, ct);
        }

        /// <summary>No key helps with a single character: the newest texts are read.</summary>
        public async Task<SearchBatch> WalkAsync(int take, CancellationToken ct)
        {
            var sql = new Text();
            sql.Add("WITH w AS MATERIALIZED (SELECT id, received_at, txt FROM petition_search").Add(InSpan(sql, " WHERE "))
                .Add($" ORDER BY received_at DESC, id DESC LIMIT {sql.Value(SearchBatch.WalkRows)}), f AS (SELECT id, received_at FROM w WHERE true{Holds(sql, "txt")} ORDER BY received_at DESC, id DESC LIMIT {sql.Value(take)})")
                .Add(" SELECT id, received_at FROM f UNION ALL SELECT NULL, min(received_at) FROM w HAVING count(*) = " + sql.Value(SearchBatch.WalkRows));
            var rows = await RunAsync(sql, MonthLimit, ct);
            var hits = rows.Where(row => row.Id != Guid.Empty).ToList();
            var walked = rows.FirstOrDefault(row => row.Id == Guid.Empty);
            return new SearchBatch(hits, hits.Count < take && walked is null, hits.Count < take ? walked?.ReceivedAt : null);
        }

        private async Task<List<SearchHit>> RunAsync(Text sql, int limit, CancellationToken ct)
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL statement_timeout = {limit}")));
            batch.BatchCommands.Add(sql.ToBatch());
            var hits = new List<SearchHit>();
            await using var reader = await batch.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                hits.Add(new SearchHit(await reader.IsDBNullAsync(0, ct) ? Guid.Empty : reader.GetGuid(0), reader.GetDateTime(1)));
            }

            return hits;
        }

        private string Holds(Text sql, string column) =>
            string.Concat(query.Phrases.Select(phrase => $" AND {column} LIKE {sql.Value("%" + phrase.Part + "%")}"));

        private string InSpan(Text sql, string start)
        {
            var conditions = new List<string>();
            if (span.After is { } after)
            {
                conditions.Add($"(received_at, id) < ({sql.Value(after.ReceivedAt)}, {sql.Value(after.Id)})");
            }

            if (span.Before is { } before)
            {
                conditions.Add($"received_at < {sql.Value(before)}");
            }

            if (span.From is { } from)
            {
                conditions.Add($"received_at >= {sql.Value(from)}");
            }

            return conditions.Count == 0 ? "" : start + string.Join(" AND ", conditions);
        }

        /// <summary>So many keys find the candidates of any phrase; the text decides. A long phrase is asked by some from its whole length.</summary>
        private static List<int> KeysOf(SearchQuery query)
        {
            var all = query.Phrases.SelectMany(phrase => phrase.Keys).Distinct().ToList();
            return all.Count <= KeysMax ? all : [.. Enumerable.Range(0, KeysMax).Select(place => all[place * all.Count / KeysMax])];
        }
    }

    /// <summary>A statement and its values.</summary>
    private sealed class Text
    {
        private readonly StringBuilder sql = new();
        private readonly List<NpgsqlParameter> values = [];

        public Text Add(string part)
        {
            sql.Append(part);
            return this;
        }

        public string Value<T>(T value)
        {
            values.Add(new NpgsqlParameter<T> { TypedValue = value });
            return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
        }

        public NpgsqlBatchCommand ToBatch()
        {
            var command = new NpgsqlBatchCommand(sql.ToString());
            values.ForEach(value => command.Parameters.Add(value));
            return command;
        }
    }
}
