using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Petitions.Data.Bulk;

namespace Petitions.Data.Sqlite;

/// <summary>Prepared inserts in large transactions: SQLite has one writer, and commits are what costs.</summary>
internal sealed class SqliteBulkLoader : IBulkLoader
{
    private readonly ConcurrentDictionary<Type, (BulkTable Table, Func<object, object?>[] Values)> known = new();
    private readonly List<Type> order = [];

    public int Writers => 1;

    public Task BeginAsync(PetitionsDbContext db, IReadOnlyCollection<Type> entities, CancellationToken ct)
    {
        // Parents before children: foreign keys stay in force.
        var waiting = entities.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.Where(type => !Parents(db.Model.FindEntityType(type)!).Any(parent => parent != type && waiting.Contains(parent))).ToList();
            order.AddRange(next.Count > 0 ? next : waiting);
            waiting.RemoveAll(order.Contains);
        }

        return Task.CompletedTask;
    }

    public async Task WriteAsync(PetitionsDbContext db, IReadOnlyCollection<object> rows, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var group in rows.GroupBy(row => row.GetType()).OrderBy(group => order.IndexOf(group.Key)))
        {
            Insert((SqliteConnection)db.Database.GetDbConnection(), transaction.GetDbTransaction(), known.GetOrAdd(group.Key, type => Read(db.Model.FindEntityType(type)!)), group);
        }

        await transaction.CommitAsync(ct);
    }

    public async Task EndAsync(PetitionsDbContext db, CancellationToken ct) => await db.Database.ExecuteSqlRawAsync("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);", ct);

    private static IEnumerable<Type> Parents(IEntityType entity) => entity.GetForeignKeys().Select(key => key.PrincipalEntityType.ClrType);

    [SuppressMessage("Security", "CA2100", Justification = "Table and columns are names of the model.")]
    private static void Insert(SqliteConnection connection, DbTransaction transaction, (BulkTable Table, Func<object, object?>[] Values) known, IEnumerable<object> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        var columns = known.Table.Columns;
        command.CommandText = $"INSERT INTO \"{known.Table.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        var mappings = columns.Select(column => (RelationalTypeMapping)column.Property.GetTypeMapping()).ToList();
        for (var at = 0; at < columns.Count; at++)
        {
            // The mapping knows how the engine stores the type; the value it is given is converted already.
            var parameter = mappings[at].CreateParameter(command, $"@p{at}", null, nullable: true);
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Count; at++)
            {
                command.Parameters[at].Value = known.Values[at](row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static (BulkTable Table, Func<object, object?>[] Values) Read(IEntityType entity)
    {
        var table = BulkTable.Of(entity);
        return (table, [.. table.Columns.Select(column =>
        {
            var row = Expression.Parameter(typeof(object));
            var value = BulkTable.Value(Expression.Convert(row, entity.ClrType), column.Property);
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
        })]);
    }
}
