using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Timetable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "closures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    set_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closures", x => x.id);
                    table.CheckConstraint("ck_closures_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_closures_reason_length", "length(\"reason\") <= 200");
                    table.ForeignKey(
                        name: "fk_closures_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_closures_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                    table.CheckConstraint("ck_rooms_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_rooms_name_en_length", "length(\"name_en\") <= 80");
                    table.CheckConstraint("ck_rooms_name_zh_length", "length(\"name_zh\") <= 80");
                    table.ForeignKey(
                        name: "fk_rooms_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_rooms_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetable_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    weekdays = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    to = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    slot_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    public_places = table.Column<int>(type: "INTEGER", nullable: false),
                    internal_places = table.Column<int>(type: "INTEGER", nullable: false),
                    leaders = table.Column<string>(type: "TEXT", maxLength: 660, nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    publish_at_once = table.Column<bool>(type: "INTEGER", nullable: false),
                    set_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_rules", x => x.id);
                    table.CheckConstraint("ck_timetable_rules_form_length", "length(\"form\") <= 40");
                    table.ForeignKey(
                        name: "fk_timetable_rules_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_timetable_rules_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_timetable_rules_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reception_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    slot_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    planned_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved_to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    leader_sat = table.Column<bool>(type: "INTEGER", nullable: true),
                    leader_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    sitting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sat_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sat_recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    sat_recorded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: true),
                    rule_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    superseded = table.Column<bool>(type: "INTEGER", nullable: false),
                    submission_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reception_sessions", x => x.id);
                    table.CheckConstraint("ck_reception_sessions_form_length", "length(\"form\") <= 40");
                    table.CheckConstraint("ck_reception_sessions_leader_note_length", "length(\"leader_note\") <= 500");
                    table.CheckConstraint("ck_reception_sessions_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_reception_sessions_state_length", "length(\"state\") <= 40");
                    table.ForeignKey(
                        name: "fk_reception_sessions_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reception_sessions_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_reception_sessions_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reception_sessions_staff_leader_id",
                        column: x => x.leader_id,
                        principalTable: "staff",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_reception_sessions_timetable_rules_rule_id",
                        column: x => x.rule_id,
                        principalTable: "timetable_rules",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "room_bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    released_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_bookings", x => x.id);
                    table.CheckConstraint("ck_room_bookings_purpose_length", "length(\"purpose\") <= 100");
                    table.ForeignKey(
                        name: "fk_room_bookings_reception_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "reception_sessions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_room_bookings_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_slots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    public_places = table.Column<int>(type: "INTEGER", nullable: false),
                    internal_places = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_slots", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_slots_reception_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "reception_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "room_quarters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_quarters", x => x.id);
                    table.ForeignKey(
                        name: "fk_room_quarters_room_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "room_bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_room_quarters_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_closures_office_id_last_day",
                table: "closures",
                columns: new[] { "office_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_closures_service_point_id",
                table: "closures",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_closures_submission_key",
                table: "closures",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_leader_id",
                table: "reception_sessions",
                column: "leader_id");

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_office_id_day_starts_at_id",
                table: "reception_sessions",
                columns: new[] { "office_id", "day", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_room_id",
                table: "reception_sessions",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_rule_id_rule_version_rule_day",
                table: "reception_sessions",
                columns: new[] { "rule_id", "rule_version", "rule_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_sat_by_id_day",
                table: "reception_sessions",
                columns: new[] { "sat_by_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_service_point_id_day_starts_at_id",
                table: "reception_sessions",
                columns: new[] { "service_point_id", "day", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reception_sessions_submission_key",
                table: "reception_sessions",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_room_bookings_room_id_day_starts_at",
                table: "room_bookings",
                columns: new[] { "room_id", "day", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_room_bookings_session_id",
                table: "room_bookings",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_quarters_booking_id",
                table: "room_quarters",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_quarters_room_id_starts_at",
                table: "room_quarters",
                columns: new[] { "room_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rooms_office_id",
                table: "rooms",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_service_point_id",
                table: "rooms",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_submission_key",
                table: "rooms",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_session_slots_session_id_starts_at",
                table: "session_slots",
                columns: new[] { "session_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_office_id",
                table: "timetable_rules",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_room_id",
                table: "timetable_rules",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_service_point_id",
                table: "timetable_rules",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_timetable_rules_submission_key",
                table: "timetable_rules",
                column: "submission_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closures");

            migrationBuilder.DropTable(
                name: "room_quarters");

            migrationBuilder.DropTable(
                name: "session_slots");

            migrationBuilder.DropTable(
                name: "room_bookings");

            migrationBuilder.DropTable(
                name: "reception_sessions");

            migrationBuilder.DropTable(
                name: "timetable_rules");

            migrationBuilder.DropTable(
                name: "rooms");
        }
    }
}
