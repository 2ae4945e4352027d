using Npgsql;

namespace Petitions.Bench;

/// <summary>
/// The rows one real submission left behind, in whatever tables: read from the database once, written again under new
/// ids by one batch. So the raw endpoint writes what the portal writes, also when the portal writes something new.
/// </summary>
public sealed class RawRows
{
    private readonly List<(string Sql, IReadOnlyList<(object Value, string Type)> Values)> rows = [];
    private readonly HashSet<Guid> own = [];
    private string number = "";

    public int Count => rows.Count;

    public static async Task<RawRows> ReadAsync(NpgsqlDataSource source, string number, CancellationToken ct)
    {
        var read = new RawRows { number = number };
        await using var connection = await source.OpenConnectionAsync(ct);
        var id = await ScalarAsync(connection, $"SELECT id FROM petitions WHERE number = '{number}'", ct);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'public' AND c.column_name = 'petition_id' AND t.table_type = 'BASE TABLE' ORDER BY 1", connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                tables.Add(reader.GetString(0));
            }
        }

        await read.AddAsync(connection, "petitions", $"id = '{id}'", ct);
        foreach (var table in tables)
        {
            await read.AddAsync(connection, table, $"petition_id = '{id}'", ct);
        }

        await read.AddAsync(connection, "facts", $"subject_id = '{id}'", ct);
        await read.AddAsync(connection, "fact_values", $"fact_id IN (SELECT id FROM facts WHERE subject_id = '{id}')", ct);
        await read.AddAsync(connection, "chain_heads", $"subject_id = '{id}'", ct);
        return read;
    }

    /// <summary>The same rows for another matter, in one round trip and one transaction.</summary>
    public NpgsqlBatch Again(NpgsqlConnection connection)
    {
        var ids = own.ToDictionary(old => old, _ => Guid.CreateVersion7());
        var other = $"QX-{Guid.NewGuid():N}"[..15];
        var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values) in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var (value, type) in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = Other(value, ids, other), DataTypeName = type });
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private object Other(object value, Dictionary<Guid, Guid> ids, string other)
    {
        if (value is Guid id)
        {
            return ids.GetValueOrDefault(id, id);
        }

        // Public number and outbox keys are unique and hold what changes.
        if (value is not string { Length: < 200 } text)
        {
            return value;
        }

        if (text == number)
        {
            return other;
        }

        return text.Contains('/', StringComparison.Ordinal) && Guid.TryParseExact(text.Split('/')[0], "N", out var matter) && ids.TryGetValue(matter, out var mine)
            ? text.Replace($"{matter:N}", $"{mine:N}", StringComparison.Ordinal)
            : value;
    }

    private async Task AddAsync(NpgsqlConnection connection, string table, string where, CancellationToken ct)
    {
        var columns = new List<string>();
        await using (var command = new NpgsqlCommand($"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' AND is_identity = 'NO' AND is_generated = 'NEVER' AND coalesce(column_default, '') NOT LIKE 'nextval%' ORDER BY ordinal_position", connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                columns.Add(reader.GetString(0));
            }
        }

        var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        await using var select = new NpgsqlCommand($"SELECT {list} FROM \"{table}\" WHERE {where}", connection);
        await using var found = await select.ExecuteReaderAsync(ct);
        while (await found.ReadAsync(ct))
        {
            var values = new List<(object, string)>();
            for (var at = 0; at < columns.Count; at++)
            {
                var value = found.GetValue(at);
                values.Add((value, found.GetDataTypeName(at)));
                if (columns[at] is "id" or "key" && value is Guid id)
                {
                    own.Add(id);
                }
            }

            rows.Add(($"INSERT INTO \"{table}\" ({list}) VALUES ({string.Join(", ", Enumerable.Range(1, columns.Count).Select(at => $"${at}"))})", values));
        }
    }

    private static async Task<Guid> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (Guid)(await command.ExecuteScalarAsync(ct))!;
    }
}
