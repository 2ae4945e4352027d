using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LettersAndHandIns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hand_ins",
                columns: table => new
                {
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handed_in_by = table.Column<Guid>(type: "uuid", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    late_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    completed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    completed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_ins", x => x.petition_id);
                    table.CheckConstraint("ck_hand_ins_late_reason_length", "length(\"late_reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_hand_ins_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hand_ins_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "letter_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_key = table.Column<Guid>(type: "uuid", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_with = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    late_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_batches", x => x.id);
                    table.CheckConstraint("ck_letter_batches_late_reason_length", "length(\"late_reason\") <= 500");
                    table.CheckConstraint("ck_letter_batches_place_length", "length(\"place\") <= 120");
                    table.ForeignKey(
                        name: "fk_letter_batches_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "point_people",
                columns: table => new
                {
                    service_point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_point_people", x => new { x.service_point_id, x.staff_id });
                    table.ForeignKey(
                        name: "fk_point_people_service_points_service_point_id",
                        column: x => x.service_point_id,
                        principalTable: "service_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_point_people_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "opened_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    matter_key = table.Column<Guid>(type: "uuid", nullable: false),
                    postmark_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sealed_sender = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sealed_note = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    set_aside_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_letters", x => x.id);
                    table.CheckConstraint("ck_opened_letters_disposition_length", "length(\"disposition\") <= 40");
                    table.CheckConstraint("ck_opened_letters_sealed_note_length", "length(\"sealed_note\") <= 8000");
                    table.CheckConstraint("ck_opened_letters_sealed_sender_length", "length(\"sealed_sender\") <= 8000");
                    table.CheckConstraint("ck_opened_letters_set_aside_reason_length", "length(\"set_aside_reason\") <= 200");
                    table.ForeignKey(
                        name: "fk_opened_letters_letter_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "letter_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_opened_letters_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "letter_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sealed_name = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                    type = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    copy_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    original_id = table.Column<Guid>(type: "uuid", nullable: true),
                    copy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    copy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_files", x => x.id);
                    table.CheckConstraint("ck_letter_files_copy_length", "length(\"copy\") <= 40");
                    table.CheckConstraint("ck_letter_files_copy_sha256_length", "length(\"copy_sha256\") <= 64");
                    table.CheckConstraint("ck_letter_files_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_letter_files_scan_length", "length(\"scan\") <= 40");
                    table.CheckConstraint("ck_letter_files_sealed_name_length", "length(\"sealed_name\") <= 1200");
                    table.CheckConstraint("ck_letter_files_sha256_length", "length(\"sha256\") <= 64");
                    table.CheckConstraint("ck_letter_files_type_length", "length(\"type\") <= 8");
                    table.ForeignKey(
                        name: "fk_letter_files_opened_letters_letter_id",
                        column: x => x.letter_id,
                        principalTable: "opened_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_letter_files_stored_files_copy_id",
                        column: x => x.copy_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_letter_files_stored_files_original_id",
                        column: x => x.original_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_handed_in_by_entered_at",
                table: "hand_ins",
                columns: new[] { "handed_in_by", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_office_id_completed_at_entered_at",
                table: "hand_ins",
                columns: new[] { "office_id", "completed_at", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_service_point_id",
                table: "hand_ins",
                column: "service_point_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_office_id_entered_at_id",
                table: "letter_batches",
                columns: new[] { "office_id", "entered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_opened_by",
                table: "letter_batches",
                column: "opened_by");

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_opened_with",
                table: "letter_batches",
                column: "opened_with");

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_submission_key",
                table: "letter_batches",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_batch_id_sha256",
                table: "letter_files",
                columns: new[] { "batch_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_copy_id",
                table: "letter_files",
                column: "copy_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_letter_id",
                table: "letter_files",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_original_id",
                table: "letter_files",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_files_scan",
                table: "letter_files",
                column: "scan");

            migrationBuilder.CreateIndex(
                name: "ix_opened_letters_batch_id_position",
                table: "opened_letters",
                columns: new[] { "batch_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opened_letters_disposition_decided_at",
                table: "opened_letters",
                columns: new[] { "disposition", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_opened_letters_petition_id",
                table: "opened_letters",
                column: "petition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_point_people_staff_id",
                table: "point_people",
                column: "staff_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hand_ins");

            migrationBuilder.DropTable(
                name: "letter_files");

            migrationBuilder.DropTable(
                name: "point_people");

            migrationBuilder.DropTable(
                name: "opened_letters");

            migrationBuilder.DropTable(
                name: "letter_batches");
        }
    }
}
