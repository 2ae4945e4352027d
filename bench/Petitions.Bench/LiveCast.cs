using Npgsql;

namespace Petitions.Bench;

/// <summary>
/// A hall of its own with as many counters and clerks as are wanted: copies of the demo's hall and of one of its clerks, made
/// in the throw-away database before the nodes start. Nobody sits at more than one counter.
/// </summary>
public sealed record LiveCast(Guid Point, IReadOnlyList<(string User, Guid Staff)> Clerks)
{
    public const string Hall = "SP-BENCH";

    private static readonly string[] Copies =
    [
        """
        INSERT INTO service_points SELECT made.* FROM service_points own
        CROSS JOIN LATERAL jsonb_populate_record(own, jsonb_build_object('id', gen_random_uuid(), 'code', 'SP-BENCH', 'counters', $1::int)) AS made
        WHERE own.code = 'SP-QX-HALL'
        """,
        """
        INSERT INTO staff SELECT made.* FROM staff own CROSS JOIN generate_series(1, $1::int) AS number
        CROSS JOIN LATERAL jsonb_populate_record(own, jsonb_build_object('id', md5('bench' || number)::uuid)) AS made
        WHERE own.id = (SELECT staff_id FROM staff_accounts WHERE user_name = 'ReceptionOfficer')
        """,
        """
        INSERT INTO role_grants SELECT made.* FROM role_grants own CROSS JOIN generate_series(1, $1::int) AS number
        CROSS JOIN LATERAL jsonb_populate_record(own, jsonb_build_object('id', gen_random_uuid(), 'staff_id', md5('bench' || number)::uuid)) AS made
        WHERE own.staff_id = (SELECT staff_id FROM staff_accounts WHERE user_name = 'ReceptionOfficer')
        """,
        """
        INSERT INTO staff_accounts SELECT made.* FROM staff_accounts own CROSS JOIN generate_series(1, $1::int) AS number
        CROSS JOIN LATERAL jsonb_populate_record(own, jsonb_build_object('id', gen_random_uuid(), 'staff_id', md5('bench' || number)::uuid,
            'user_name', 'bench' || number, 'normalized_user_name', 'BENCH' || number)) AS made
        WHERE own.user_name = 'ReceptionOfficer'
        """,
    ];

    public static async Task<LiveCast> AddAsync(NpgsqlDataSource source, int desks)
    {
        foreach (var copy in Copies)
        {
            await using var insert = source.CreateCommand(copy);
            insert.Parameters.Add(new NpgsqlParameter { Value = desks });
            await insert.ExecuteNonQueryAsync();
        }

        await using var point = source.CreateCommand($"SELECT id FROM service_points WHERE code = '{Hall}'");
        var hall = (Guid)(await point.ExecuteScalarAsync())!;
        await using var people = source.CreateCommand("SELECT user_name, staff_id FROM staff_accounts WHERE user_name LIKE 'bench%' ORDER BY length(user_name), user_name");
        await using var row = await people.ExecuteReaderAsync();
        var clerks = new List<(string, Guid)>();
        while (await row.ReadAsync())
        {
            clerks.Add((row.GetString(0), row.GetGuid(1)));
        }

        return new LiveCast(hall, clerks);
    }
}
