using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Petitions.Data.Postgres;

/// <summary>Several reads as one batch: one round trip, each statement prepared as if it were sent alone.</summary>
internal static class PostgresReads
{
    [SuppressMessage("Security", "CA2100", Justification = "Texts are EF Core's, values are parameters.")]
    public static async Task SendAsync(DbConnection connection, IReadOnlyList<DbCommand> commands, Func<DbDataReader, Task> take, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection, (NpgsqlTransaction?)commands[0].Transaction) { Timeout = commands[0].CommandTimeout };
        foreach (var command in commands)
        {
            var one = new NpgsqlBatchCommand(command.CommandText);
            foreach (NpgsqlParameter parameter in command.Parameters)
            {
                one.Parameters.Add(parameter.Clone());
            }

            batch.BatchCommands.Add(one);
        }

        await using var answers = await batch.ExecuteReaderAsync(ct);
        await take(answers);
    }
}
