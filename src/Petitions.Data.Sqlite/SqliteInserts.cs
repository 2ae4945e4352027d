using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Petitions.Data.Bulk;

namespace Petitions.Data.Sqlite;

/// <summary>Inserts into many tables within one transaction: each table's statement is prepared once and used for all its rows.</summary>
internal sealed class SqliteInserts(SqliteTransaction transaction) : IDisposable
{
    private static readonly ConditionalWeakTable<BulkTable, Func<object, object?>[]> Known = [];

    private readonly Dictionary<BulkTable, (SqliteCommand Command, Func<object, object?>[] Values)> prepared = [];

    /// <summary>Writes the row and returns what the database set itself, in the order of <see cref="BulkTable.SetByDatabase"/>.</summary>
    public IReadOnlyList<object?> Insert(BulkTable table, object row)
    {
        if (!prepared.TryGetValue(table, out var insert))
        {
            insert = (Prepare(table), Known.GetValue(table, Read));
            prepared.Add(table, insert);
        }

        for (var at = 0; at < insert.Values.Length; at++)
        {
            insert.Command.Parameters[at].Value = insert.Values[at](row) ?? DBNull.Value;
        }

        if (table.SetByDatabase.Count == 0)
        {
            insert.Command.ExecuteNonQuery();
            return [];
        }

        using var reader = insert.Command.ExecuteReader();
        reader.Read();
        return [.. table.SetByDatabase.Select((column, at) => Back(column.Property, reader, at))];
    }

    public void Dispose()
    {
        foreach (var (command, _) in prepared.Values)
        {
            command.Dispose();
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Table and columns are names of the model.")]
    private SqliteCommand Prepare(BulkTable table)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var back = string.Join(", ", table.SetByDatabase.Select(column => $"\"{column.Name}\""));
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", table.Columns.Select((_, at) => $"@p{at}"))}){(back.Length > 0 ? $" RETURNING {back}" : "")}";
        for (var at = 0; at < table.Columns.Count; at++)
        {
            // The mapping knows how the engine stores the type; the value it is given is converted already.
            var mapping = (RelationalTypeMapping)table.Columns[at].Property.GetTypeMapping();
            command.Parameters.Add(mapping.CreateParameter(command, $"@p{at}", null, nullable: true));
        }

        return command;
    }

    private static object? Back(IProperty property, SqliteDataReader reader, int at)
    {
        var converter = property.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        var stored = type == typeof(DateTime) ? reader.GetDateTime(at) : reader.GetValue(at);
        return converter?.ConvertFromProvider(stored) ?? stored;
    }

    private static Func<object, object?>[] Read(BulkTable table) =>
        [.. table.Columns.Select(column =>
        {
            var row = Expression.Parameter(typeof(object));
            var value = BulkTable.Value(Expression.Convert(row, table.Entity.ClrType), column.Property);
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
        })];
}
