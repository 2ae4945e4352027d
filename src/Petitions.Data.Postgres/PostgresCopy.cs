using System.Linq.Expressions;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;
using Petitions.Data.Bulk;

namespace Petitions.Data.Postgres;

/// <summary>Writes rows of one table with COPY. The row writer is compiled once from the model, so no value is boxed on its way.</summary>
internal sealed class PostgresCopy
{
    private static readonly MethodInfo WriteOf = typeof(NpgsqlBinaryImporter).GetMethods()
        .Single(method => method is { Name: nameof(NpgsqlBinaryImporter.Write), IsGenericMethod: true }
            && method.GetParameters() is [_, { ParameterType: var second }] && second == typeof(NpgsqlDbType));

    private static readonly MethodInfo WriteNull = typeof(NpgsqlBinaryImporter).GetMethod(nameof(NpgsqlBinaryImporter.WriteNull))!;

    private readonly string sql;
    private readonly Action<NpgsqlBinaryImporter, object> writeRow;

    public PostgresCopy(BulkTable table)
    {
        sql = $"COPY {PostgresColumn.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => PostgresColumn.Quote(column.Name)))}) FROM STDIN (FORMAT BINARY)";
        writeRow = Compile(table);
    }

    public void Write(NpgsqlConnection connection, IEnumerable<object> rows)
    {
        using var importer = connection.BeginBinaryImport(sql);
        foreach (var row in rows)
        {
            importer.StartRow();
            writeRow(importer, row);
        }

        importer.Complete();
    }

    private static Action<NpgsqlBinaryImporter, object> Compile(BulkTable table)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(object));
        var typed = Expression.Variable(table.Entity.ClrType);
        var none = Expression.Call(importer, WriteNull);
        var steps = table.Columns.Select(column => PostgresColumn.Give(
            typed, column, value => Expression.Call(importer, WriteOf.MakeGenericMethod(value.Type), value, Expression.Constant(PostgresColumn.TypeOf(column))), none));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, object>>(
            Expression.Block([typed], [Expression.Assign(typed, Expression.Convert(row, table.Entity.ClrType)), .. steps]), importer, row).Compile();
    }
}
