using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TranscriptRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "transcripts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "explained_facts",
                table: "transcripts",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "explained_law",
                table: "transcripts",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "explained_reasons",
                table: "transcripts",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "interpreter",
                table: "transcripts",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "materials_json",
                table: "transcripts",
                type: "character varying(40000)",
                maxLength: 40000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "rights",
                table: "transcripts",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rights_version",
                table: "transcripts",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rows_json",
                table: "transcripts",
                type: "character varying(80000)",
                maxLength: 80000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "material_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reception_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    lines_json = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_receipts", x => x.id);
                    table.CheckConstraint("ck_material_receipts_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_material_receipts_lines_json_length", "length(\"lines_json\") <= 40000");
                    table.ForeignKey(
                        name: "fk_material_receipts_receptions_reception_id",
                        column: x => x.reception_id,
                        principalTable: "receptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transcript_scans",
                columns: table => new
                {
                    transcript_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcript_scans", x => new { x.transcript_id, x.attachment_id });
                    table.CheckConstraint("ck_transcript_scans_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_transcript_scans_sha256_length", "length(\"sha256\") <= 64");
                    table.ForeignKey(
                        name: "fk_transcript_scans_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_transcript_scans_transcripts_transcript_id",
                        column: x => x.transcript_id,
                        principalTable: "transcripts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transcript_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    transcript_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    signer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    drawing = table.Column<string>(type: "character varying(120000)", maxLength: 120000, nullable: true),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    witness = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transcript_signatures", x => x.id);
                    table.CheckConstraint("ck_transcript_signatures_digest_length", "length(\"digest\") <= 64");
                    table.CheckConstraint("ck_transcript_signatures_drawing_length", "length(\"drawing\") <= 120000");
                    table.CheckConstraint("ck_transcript_signatures_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_transcript_signatures_role_length", "length(\"role\") <= 40");
                    table.CheckConstraint("ck_transcript_signatures_signer_name_length", "length(\"signer_name\") <= 120");
                    table.CheckConstraint("ck_transcript_signatures_way_length", "length(\"way\") <= 40");
                    table.CheckConstraint("ck_transcript_signatures_witness_length", "length(\"witness\") <= 120");
                    table.ForeignKey(
                        name: "fk_transcript_signatures_transcripts_transcript_id",
                        column: x => x.transcript_id,
                        principalTable: "transcripts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_category_length",
                table: "transcripts",
                sql: "length(\"category\") <= 40");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_explained_facts_length",
                table: "transcripts",
                sql: "length(\"explained_facts\") <= 4000");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_explained_law_length",
                table: "transcripts",
                sql: "length(\"explained_law\") <= 4000");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_explained_reasons_length",
                table: "transcripts",
                sql: "length(\"explained_reasons\") <= 4000");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_interpreter_length",
                table: "transcripts",
                sql: "length(\"interpreter\") <= 120");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_materials_json_length",
                table: "transcripts",
                sql: "length(\"materials_json\") <= 40000");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_rights_length",
                table: "transcripts",
                sql: "length(\"rights\") <= 4000");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_rights_version_length",
                table: "transcripts",
                sql: "length(\"rights_version\") <= 60");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transcripts_rows_json_length",
                table: "transcripts",
                sql: "length(\"rows_json\") <= 80000");

            migrationBuilder.CreateIndex(
                name: "ix_material_receipts_reception_id_number",
                table: "material_receipts",
                columns: new[] { "reception_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transcript_scans_attachment_id",
                table: "transcript_scans",
                column: "attachment_id");

            migrationBuilder.CreateIndex(
                name: "ix_transcript_signatures_transcript_id_role_signer_id",
                table: "transcript_signatures",
                columns: new[] { "transcript_id", "role", "signer_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "material_receipts");

            migrationBuilder.DropTable(
                name: "transcript_scans");

            migrationBuilder.DropTable(
                name: "transcript_signatures");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_category_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_explained_facts_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_explained_law_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_explained_reasons_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_interpreter_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_materials_json_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_rights_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_rights_version_length",
                table: "transcripts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_transcripts_rows_json_length",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "category",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "explained_facts",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "explained_law",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "explained_reasons",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "interpreter",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "materials_json",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "rights",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "rights_version",
                table: "transcripts");

            migrationBuilder.DropColumn(
                name: "rows_json",
                table: "transcripts");
        }
    }
}
