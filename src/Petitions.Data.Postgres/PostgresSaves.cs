using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;
using Petitions.Data.Bulk;

namespace Petitions.Data.Postgres;

/// <summary>
/// Saves that only add rows go out in one batch, which is one round trip and one transaction (Npgsql: a batch without
/// error barriers is all or nothing). Other saves are EF Core's. A test holds that both write the same rows.
/// </summary>
internal sealed class PostgresSaves(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, IDiagnosticsLogger<DbLoggerCategory.Database.Command> log) : RelationalDatabase(dependencies, relational)
{
    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default) =>
        AddedRows.Of(entries) is { } rows ? InsertAsync(rows, [.. entries], cancellationToken) : base.SaveChangesAsync(entries, cancellationToken);

    private async Task<int> InsertAsync(IReadOnlyList<AddedRow> rows, IReadOnlyList<IUpdateEntry> entries, CancellationToken ct)
    {
        var relational = RelationalDependencies.Connection;
        await relational.OpenAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)relational.DbConnection, (NpgsqlTransaction?)relational.CurrentTransaction?.GetDbTransaction());
            foreach (var row in rows)
            {
                batch.BatchCommands.Add(PostgresInsert.Into(row.Table).Of(row.Entity));
            }

            await using var reader = await batch.ExecuteReaderAsync(ct);
            foreach (var row in rows.Where(row => row.Table.SetByDatabase.Count > 0))
            {
                await TakeBackAsync(reader, row, ct);
                await reader.NextResultAsync(ct);
            }

            // To the end: an error of a later statement is told only there.
            while (await reader.NextResultAsync(ct))
            {
            }

            AddedRows.LogWritten(log.Logger, rows.Count);
            return rows.Count;
        }
        catch (DbException error)
        {
            throw new DbUpdateException("The rows could not be added; see the inner exception.", error, entries);
        }
        finally
        {
            await relational.CloseAsync();
        }
    }

    private static async Task TakeBackAsync(NpgsqlDataReader reader, AddedRow row, CancellationToken ct)
    {
        await reader.ReadAsync(ct);
        for (var at = 0; at < row.Table.SetByDatabase.Count; at++)
        {
            var property = row.Table.SetByDatabase[at].Property;
            var stored = reader.GetValue(at);
            row.Entry.SetStoreGeneratedValue(property, property.GetTypeMapping().Converter?.ConvertFromProvider(stored) ?? stored);
        }
    }
}
