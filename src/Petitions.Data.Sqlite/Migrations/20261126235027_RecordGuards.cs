#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Sqlite.Migrations;

/// <summary>
/// What the database refuses of records of conversations (security.md D1). SQLite built the table of versions anew to check
/// lengths, and its triggers went with the old one: they are made again here, beside those of the new tables.
/// </summary>
[DbContext(typeof(PetitionsDbContext))]
[Migration("20261126235027_RecordGuards")]
public sealed class RecordGuards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "transcript_signatures", "transcript_scans", "material_receipts" })
        {
            Refuse(migrationBuilder, $"{table}_no_update", $"UPDATE ON {table}", $"{table} is append-only");
            Refuse(migrationBuilder, $"{table}_no_delete", $"DELETE ON {table}", $"{table} is append-only");
        }

        Refuse(migrationBuilder, "transcripts_no_delete", "DELETE ON transcripts", "a transcript is never deleted");
        Refuse(migrationBuilder, "transcripts_signed", "UPDATE ON transcripts", "a signed transcript never changes", "OLD.signed_at IS NOT NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("History is not made changeable again.");

    private static void Refuse(MigrationBuilder migrationBuilder, string name, string on, string message, string? when = null)
    {
        migrationBuilder.Sql($"DROP TRIGGER IF EXISTS {name};");
        migrationBuilder.Sql($"CREATE TRIGGER {name} BEFORE {on}{(when is null ? "" : $" WHEN {when}")} BEGIN SELECT RAISE(ABORT, '{message}'); END;");
    }
}
