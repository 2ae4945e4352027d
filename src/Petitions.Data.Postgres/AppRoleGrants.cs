using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Postgres.Migrations;

namespace Petitions.Data.Postgres;

/// <summary>
/// The portal's role reads and writes, but on append-only tables it may only SELECT and INSERT, it owns nothing and so
/// cannot switch a trigger off (security.md D1).
/// </summary>
internal static partial class AppRoleGrants
{
    public static async Task GrantAsync(PetitionsDbContext db, string role, CancellationToken ct)
    {
        if (!RoleName().IsMatch(role))
        {
            throw new ArgumentException("Database:AppRole must be a plain role name: lower-case letters, digits, underscore.", nameof(role));
        }

        var history = string.Join(", ", AppendOnly.Tables);
        var sql = $"""
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
            REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON {history} FROM {role};
            REVOKE DELETE, TRUNCATE ON fact_values, chain_heads, petitions, receptions, assignments, petition_links FROM {role};
            """;
        await db.Database.ExecuteSqlRawAsync(sql, ct);
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex RoleName();
}
