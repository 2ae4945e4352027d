using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Petitions.Data.Bulk;

namespace Petitions.Data.Sqlite;

/// <summary>Prepared inserts in large transactions: SQLite has one writer, and commits are what costs.</summary>
internal sealed class SqliteBulkLoader : IBulkLoader
{
    private readonly Dictionary<Type, BulkTable> tables = [];
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
        using var inserts = new SqliteInserts((SqliteTransaction)transaction.GetDbTransaction());
        foreach (var group in rows.GroupBy(row => row.GetType()).OrderBy(group => order.IndexOf(group.Key)))
        {
            if (!tables.TryGetValue(group.Key, out var table))
            {
                tables.Add(group.Key, table = BulkTable.Of(db.Model.FindEntityType(group.Key)!));
            }

            foreach (var row in group)
            {
                inserts.Insert(table, row);
            }
        }

        await transaction.CommitAsync(ct);
    }

    public async Task EndAsync(PetitionsDbContext db, CancellationToken ct) => await db.Database.ExecuteSqlRawAsync("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);", ct);

    private static IEnumerable<Type> Parents(IEntityType entity) => entity.GetForeignKeys().Select(key => key.PrincipalEntityType.ClrType);
}
