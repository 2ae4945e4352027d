#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Postgres.Migrations;

/// <summary>What the database refuses of records of conversations (security.md D1): signatures, scans and receipts are only added. A signed version is guarded since AppendOnly.</summary>
[DbContext(typeof(PetitionsDbContext))]
[Migration("20261126235055_RecordGuards")]
public sealed class RecordGuards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "transcript_signatures", "transcript_scans", "material_receipts" })
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION petitions_refuse('{table} is append-only');");
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION petitions_refuse('{table} is append-only');");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("History is not made changeable again.");
}
