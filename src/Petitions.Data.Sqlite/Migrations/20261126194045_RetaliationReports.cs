using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RetaliationReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "retaliation_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    encrypted_text = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    encrypted_answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retaliation_reports", x => x.id);
                    table.CheckConstraint("ck_retaliation_reports_source_length", "length(\"source\") <= 40");
                    table.ForeignKey(
                        name: "fk_retaliation_reports_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_reports_open",
                table: "retaliation_reports",
                columns: new[] { "reported_at", "id" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_reports_petition_id",
                table: "retaliation_reports",
                column: "petition_id");

            migrationBuilder.CreateIndex(
                name: "ix_retaliation_reports_submission_key",
                table: "retaliation_reports",
                column: "submission_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retaliation_reports");
        }
    }
}
