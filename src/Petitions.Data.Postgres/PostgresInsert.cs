using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Petitions.Data.Bulk;

namespace Petitions.Data.Postgres;

/// <summary>The insert of a row into one table, always the same text, so that the connection prepares it.</summary>
internal sealed class PostgresInsert
{
    private static readonly ConditionalWeakTable<BulkTable, PostgresInsert> Known = [];
    private static readonly MethodInfo SomeOf = typeof(PostgresInsert).GetMethod(nameof(Some), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo NoneOf = typeof(PostgresInsert).GetMethod(nameof(None), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly string sql;
    private readonly Action<NpgsqlParameterCollection, object> give;

    private PostgresInsert(BulkTable table)
    {
        var back = string.Join(", ", table.SetByDatabase.Select(column => PostgresColumn.Quote(column.Name)));
        sql = $"INSERT INTO {PostgresColumn.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => PostgresColumn.Quote(column.Name)))}) "
            + $"VALUES ({string.Join(", ", table.Columns.Select((_, at) => $"${at + 1}"))}){(back.Length > 0 ? $" RETURNING {back}" : "")}";
        give = Compile(table);
    }

    public static PostgresInsert Into(BulkTable table) => Known.GetValue(table, table => new PostgresInsert(table));

    public NpgsqlBatchCommand Of(object row)
    {
        var command = new NpgsqlBatchCommand(sql);
        give(command.Parameters, row);
        return command;
    }

    private static void Some<T>(NpgsqlParameterCollection parameters, T value, NpgsqlDbType type) => parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });

    private static void None(NpgsqlParameterCollection parameters, NpgsqlDbType type) => parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });

    private static Action<NpgsqlParameterCollection, object> Compile(BulkTable table)
    {
        var parameters = Expression.Parameter(typeof(NpgsqlParameterCollection));
        var row = Expression.Parameter(typeof(object));
        var typed = Expression.Variable(table.Entity.ClrType);
        var steps = table.Columns.Select(column =>
        {
            var type = Expression.Constant(PostgresColumn.TypeOf(column));
            return PostgresColumn.Give(typed, column, value => Expression.Call(SomeOf.MakeGenericMethod(value.Type), parameters, value, type), Expression.Call(NoneOf, parameters, type));
        });
        return Expression.Lambda<Action<NpgsqlParameterCollection, object>>(
            Expression.Block([typed], [Expression.Assign(typed, Expression.Convert(row, table.Entity.ClrType)), .. steps]), parameters, row).Compile();
    }
}
