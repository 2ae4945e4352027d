using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Petitions.Data.Bulk;

namespace Petitions.Data.Postgres;

/// <summary>How a column is handed to PostgreSQL: its type, and code for a value and for none. Shared by COPY and by inserts.</summary>
internal static class PostgresColumn
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Reads the column's value out of a row once and hands it, unboxed, to <paramref name="some"/>, or nothing to <paramref name="none"/>.</summary>
    public static Expression Give(Expression row, BulkColumn column, Func<Expression, Expression> some, Expression none)
    {
        var value = BulkTable.Value(row, column.Property);
        var kept = Expression.Variable(value.Type);
        var plain = Nullable.GetUnderlyingType(value.Type);
        Expression step = plain is not null
            ? Expression.IfThenElse(Expression.Property(kept, "HasValue"), some(Expression.Property(kept, "Value")), none)
            : value.Type.IsValueType
                ? some(kept)
                : Expression.IfThenElse(Expression.ReferenceNotEqual(kept, Expression.Constant(null)), some(kept), none);
        return Expression.Block([kept], Expression.Assign(kept, value), step);
    }

    public static NpgsqlDbType TypeOf(BulkColumn column) => column.Property.GetColumnType().Split('(')[0] switch
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
        "time without time zone" => NpgsqlDbType.Time,
        "integer[]" => NpgsqlDbType.Array | NpgsqlDbType.Integer,
        var other => throw new NotSupportedException($"Column type {other} cannot be written yet."),
    };
}
