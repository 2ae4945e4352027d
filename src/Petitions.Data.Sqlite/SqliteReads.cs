using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Petitions.Data.Sqlite;

/// <summary>
/// Several reads as the statements of one command. They share its parameters, so those of each get a number of their own.
/// </summary>
internal static partial class SqliteReads
{
    [SuppressMessage("Security", "CA2100", Justification = "Texts are EF Core's, values are parameters.")]
    public static async Task SendAsync(DbConnection connection, IReadOnlyList<DbCommand> commands, Func<DbDataReader, Task> take, CancellationToken ct)
    {
        await using var all = ((SqliteConnection)connection).CreateCommand();
        all.Transaction = (SqliteTransaction?)commands[0].Transaction;
        all.CommandTimeout = commands[0].CommandTimeout;
        all.CommandText = string.Join(";\n", commands.Select((command, at) => Numbered(command.CommandText, at)));
        foreach (var (command, at) in commands.Select((command, at) => (command, at)))
        {
            foreach (SqliteParameter parameter in command.Parameters)
            {
                all.Parameters.Add(new SqliteParameter(Numbered("@" + parameter.ParameterName.TrimStart('@'), at), parameter.Value) { SqliteType = parameter.SqliteType });
            }
        }

        await using var answers = await all.ExecuteReaderAsync(ct);
        await take(answers);
    }

    private static string Numbered(string sql, int at) => NameOrQuoted().Replace(sql, found => found.Value[0] == '@' ? $"{found.Value}_r{at}" : found.Value);

    /// <summary>A parameter; or what is quoted, which is left as it is.</summary>
    [GeneratedRegex("""@\w+|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*""")]
    private static partial Regex NameOrQuoted();
}
