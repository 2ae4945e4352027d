using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Sqlite.Migrations;

/// <summary>
/// The trace of the request beside facts and readings (security.md D4). Added column by column in SQL: a constraint added
/// afterwards would make SQLite build both tables anew, and their append-only triggers would be gone with the old ones.
/// </summary>
public partial class RequestIds : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""ALTER TABLE "facts" ADD COLUMN "request_id" TEXT NULL CONSTRAINT "ck_facts_request_id_length" CHECK (length("request_id") <= 32)""");
        migrationBuilder.Sql("""ALTER TABLE "read_records" ADD COLUMN "request_id" TEXT NULL CONSTRAINT "ck_read_records_request_id_length" CHECK (length("request_id") <= 32)""");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""ALTER TABLE "facts" DROP COLUMN "request_id" """);
        migrationBuilder.Sql("""ALTER TABLE "read_records" DROP COLUMN "request_id" """);
    }
}
