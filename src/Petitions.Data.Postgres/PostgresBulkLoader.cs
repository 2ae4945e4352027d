using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Petitions.Data.Bulk;

namespace Petitions.Data.Postgres;

/// <summary>
/// COPY in binary form from several connections. Foreign keys and indexes of the loaded tables are dropped first and
/// built again at the end, which costs a fraction of keeping them up row by row; triggers and checks stay in force.
/// Needs the owner's connection, as migrations do.
/// </summary>
internal sealed class PostgresBulkLoader : IBulkLoader
{
    // An index build of tens of millions of rows is no request of a person.
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromHours(2);
    private const int Builders = 2;

    private readonly ConcurrentDictionary<Type, PostgresCopy> copies = new();
    private readonly List<string> indexes = [];
    private readonly List<string> constraints = [];
    private readonly List<string> foreignKeys = [];
    private IReadOnlyCollection<string> tables = [];

    public int Writers => Math.Max(2, Environment.ProcessorCount);

    public async Task BeginAsync(PetitionsDbContext db, IReadOnlyCollection<Type> entities, CancellationToken ct)
    {
        tables = [.. entities.Select(entity => db.Model.FindEntityType(entity)!.GetTableName()!).Distinct()];
        var names = tables.ToArray();
        var keys = await db.Database.SqlQuery<Definition>($"""
            SELECT c.conrelid::regclass::text AS "Table", quote_ident(c.conname) AS "Name", c.contype::text AS "Kind", pg_get_constraintdef(c.oid) AS "Text"
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = current_schema() AND ((t.relname = ANY ({names}) AND c.contype IN ('p', 'u', 'f'))
                OR (c.contype = 'f' AND c.confrelid IN (SELECT f.oid FROM pg_class f WHERE f.relnamespace = n.oid AND f.relname = ANY ({names}))))
            """).ToListAsync(ct);
        var bare = await db.Database.SqlQuery<Definition>($"""
            SELECT t.relname::text AS "Table", quote_ident(i.relname) AS "Name", 'i' AS "Kind", pg_get_indexdef(x.indexrelid) AS "Text"
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = current_schema() AND t.relname = ANY ({names}) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x'))
            """).ToListAsync(ct);
        foreignKeys.AddRange(keys.Where(key => key.Kind == "f").Select(Add));
        constraints.AddRange(keys.Where(key => key.Kind != "f").Select(Add));
        indexes.AddRange(bare.Select(index => index.Text));
        var drops = keys.OrderByDescending(key => key.Kind == "f").Select(key => $"ALTER TABLE {key.Table} DROP CONSTRAINT {key.Name};").Concat(bare.Select(index => $"DROP INDEX {index.Name};"));
        await ExecuteAsync(db.Database.GetConnectionString()!, string.Concat(drops), ct);
    }

    public async Task WriteAsync(PetitionsDbContext db, IReadOnlyCollection<object> rows, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var group in rows.GroupBy(row => row.GetType()))
        {
            var copy = copies.GetOrAdd(group.Key, type => new PostgresCopy(BulkTable.Of(db.Model.FindEntityType(type)!)));
            copy.Write(connection, group);
        }

        await transaction.CommitAsync(ct);
    }

    public async Task EndAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var connection = db.Database.GetConnectionString()!;
        await InParallelAsync(connection, [.. constraints, .. indexes], ct);
        foreach (var key in foreignKeys)
        {
            await ExecuteAsync(connection, key, ct);
        }

        foreach (var table in tables)
        {
            // Visibility map and statistics: without them every count reads the heap.
            await ExecuteAsync(connection, $"VACUUM ANALYZE {table}", ct);
        }
    }

    private static string Add(Definition key) => $"ALTER TABLE {key.Table} ADD CONSTRAINT {key.Name} {key.Text};";

    /// <summary>Two tables are worked on at once, one statement a table: each adds its keys under a lock of its own.</summary>
    private static Task InParallelAsync(string connection, IReadOnlyList<string> statements, CancellationToken ct) =>
        Parallel.ForEachAsync(statements.GroupBy(TableOf).OrderByDescending(group => group.Key == "facts"), new ParallelOptions { MaxDegreeOfParallelism = Builders, CancellationToken = ct }, async (group, stop) =>
        {
            foreach (var statement in group)
            {
                await ExecuteAsync(connection, statement, stop);
            }
        });

    private static string TableOf(string statement)
    {
        var words = statement.Split(' ');
        var name = words[0] == "ALTER" ? words[2] : words[Array.IndexOf(words, "ON") + 1];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    [SuppressMessage("Security", "CA2100", Justification = "Definitions come from the database's own catalog, names from the model; nothing is typed by anybody.")]
    [SuppressMessage("Security", "SCS0002", Justification = "As above.")]
    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken ct)
    {
        if (sql.Length == 0)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var memory = new NpgsqlCommand("SET maintenance_work_mem = '512MB'", connection);
        await memory.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)BuildTimeout.TotalSeconds };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Definition(string Table, string Name, string Kind, string Text);
}
