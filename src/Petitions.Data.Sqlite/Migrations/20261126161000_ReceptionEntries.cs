using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReceptionEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reception_entries",
                columns: table => new
                {
                    reception_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_entries", x => x.reception_id);
                    table.CheckConstraint("ck_reception_entries_reason_length", "length(\"reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_reception_entries_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("CREATE TRIGGER reception_entries_no_update BEFORE UPDATE ON reception_entries BEGIN SELECT RAISE(ABORT, 'reception_entries is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER reception_entries_no_delete BEFORE DELETE ON reception_entries BEGIN SELECT RAISE(ABORT, 'reception_entries is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reception_entries");
        }
    }
}
