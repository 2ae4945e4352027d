using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_respondents_department_id",
                table: "respondents",
                column: "department_id",
                filter: "department_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_respondents_staff_id",
                table: "respondents",
                column: "staff_id",
                filter: "staff_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_open",
                table: "petitions",
                columns: new[] { "received_at", "id" },
                filter: "state NOT IN ('Closed', 'Archived')");

            migrationBuilder.CreateIndex(
                name: "ix_petitions_state_received_at_id",
                table: "petitions",
                columns: new[] { "state", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petitions_unaccepted",
                table: "petitions",
                columns: new[] { "received_at", "id" },
                filter: "state IN ('Registered', 'Screening', 'AwaitingMaterials')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_respondents_department_id",
                table: "respondents");

            migrationBuilder.DropIndex(
                name: "ix_respondents_staff_id",
                table: "respondents");

            migrationBuilder.DropIndex(
                name: "ix_petitions_open",
                table: "petitions");

            migrationBuilder.DropIndex(
                name: "ix_petitions_state_received_at_id",
                table: "petitions");

            migrationBuilder.DropIndex(
                name: "ix_petitions_unaccepted",
                table: "petitions");
        }
    }
}
