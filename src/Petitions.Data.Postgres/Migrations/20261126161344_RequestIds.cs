using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Postgres.Migrations
{
    /// <summary>The trace of the request beside facts and readings (security.md D4).</summary>
    public partial class RequestIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "request_id",
                table: "read_records",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "request_id",
                table: "facts",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_read_records_request_id_length",
                table: "read_records",
                sql: "length(\"request_id\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "ck_facts_request_id_length",
                table: "facts",
                sql: "length(\"request_id\") <= 32");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_read_records_request_id_length",
                table: "read_records");

            migrationBuilder.DropCheckConstraint(
                name: "ck_facts_request_id_length",
                table: "facts");

            migrationBuilder.DropColumn(
                name: "request_id",
                table: "read_records");

            migrationBuilder.DropColumn(
                name: "request_id",
                table: "facts");
        }
    }
}
