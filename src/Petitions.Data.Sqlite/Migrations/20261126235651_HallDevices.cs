using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HallDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "booked_at",
                table: "receptions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consent",
                table: "receptions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "acts_for",
                table: "reception_visitors",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "reception_steps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "counter_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counter = table.Column<int>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counter_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_counter_openings_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    counter = table.Column<int>(type: "INTEGER", nullable: false),
                    called_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_calls", x => x.id);
                    table.ForeignKey(
                        name: "fk_emergency_calls_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hall_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hall_devices", x => x.id);
                    table.CheckConstraint("ck_hall_devices_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_hall_devices_name_length", "length(\"name\") <= 60");
                    table.ForeignKey(
                        name: "fk_hall_devices_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_reception_visitors_acts_for_length",
                table: "reception_visitors",
                sql: "length(\"acts_for\") <= 120");

            migrationBuilder.CreateIndex(
                name: "ix_counter_openings_service_point_id_day_opened_at",
                table: "counter_openings",
                columns: new[] { "service_point_id", "day", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_calls_office_id_called_at_id",
                table: "emergency_calls",
                columns: new[] { "office_id", "called_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_calls_service_point_id",
                table: "emergency_calls",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_hall_devices_service_point_id",
                table: "hall_devices",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_hall_devices_token_hash",
                table: "hall_devices",
                column: "token_hash",
                unique: true);

            migrationBuilder.Sql("CREATE TRIGGER counter_openings_no_update BEFORE UPDATE ON counter_openings BEGIN SELECT RAISE(ABORT, 'counter_openings is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER counter_openings_no_delete BEFORE DELETE ON counter_openings BEGIN SELECT RAISE(ABORT, 'counter_openings is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counter_openings");

            migrationBuilder.DropTable(
                name: "emergency_calls");

            migrationBuilder.DropTable(
                name: "hall_devices");

            migrationBuilder.DropCheckConstraint(
                name: "ck_reception_visitors_acts_for_length",
                table: "reception_visitors");

            migrationBuilder.DropColumn(
                name: "booked_at",
                table: "receptions");

            migrationBuilder.DropColumn(
                name: "consent",
                table: "receptions");

            migrationBuilder.DropColumn(
                name: "acts_for",
                table: "reception_visitors");

            migrationBuilder.DropColumn(
                name: "number",
                table: "reception_steps");
        }
    }
}
