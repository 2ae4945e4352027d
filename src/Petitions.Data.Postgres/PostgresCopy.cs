using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
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
        sql = $"COPY {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quote(column.Name)))}) FROM STDIN (FORMAT BINARY)";
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

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Action<NpgsqlBinaryImporter, object> Compile(BulkTable table)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(object));
        var typed = Expression.Variable(table.Entity.ClrType);
        var steps = new List<Expression> { Expression.Assign(typed, Expression.Convert(row, table.Entity.ClrType)) };
        foreach (var column in table.Columns)
        {
            var type = TypeOf(column.Property.GetColumnType());
            var value = BulkTable.Value(typed, column.Property);
            var kept = Expression.Variable(value.Type);
            var plain = Nullable.GetUnderlyingType(value.Type);
            var write = Expression.Call(importer, WriteOf.MakeGenericMethod(plain ?? value.Type), plain is null ? kept : Expression.Property(kept, "Value"), Expression.Constant(type));
            Expression step = write;
            if (plain is not null)
            {
                step = Expression.IfThenElse(Expression.Property(kept, "HasValue"), write, Expression.Call(importer, WriteNull));
            }
            else if (!value.Type.IsValueType)
            {
                step = Expression.IfThenElse(Expression.ReferenceNotEqual(kept, Expression.Constant(null)), write, Expression.Call(importer, WriteNull));
            }

            steps.Add(Expression.Block([kept], Expression.Assign(kept, value), step));
        }

        return Expression.Lambda<Action<NpgsqlBinaryImporter, object>>(Expression.Block([typed], steps), importer, row).Compile();
    }

    private static NpgsqlDbType TypeOf(string stored) => stored.Split('(')[0] switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "text" => NpgsqlDbType.Text,
        "character varying" => NpgsqlDbType.Varchar,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        "date" => NpgsqlDbType.Date,
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "boolean" => NpgsqlDbType.Boolean,
        "bytea" => NpgsqlDbType.Bytea,
        "double precision" => NpgsqlDbType.Double,
        "integer[]" => NpgsqlDbType.Array | NpgsqlDbType.Integer,
        var other => throw new NotSupportedException($"Column type {other} cannot be loaded yet."),
    };
}
