using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Petitions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PetitionLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "channel",
                table: "petition_additions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "happened_on",
                table: "petition_additions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "late_reason",
                table: "petition_additions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "submission_key",
                table: "petition_additions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "taken_by",
                table: "petition_additions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "petition_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    petition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    same_person = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_petition_links", x => x.id);
                    table.CheckConstraint("ck_petition_links_end_reason_length", "length(\"end_reason\") <= 500");
                    table.CheckConstraint("ck_petition_links_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_petition_links_reason_length", "length(\"reason\") <= 500");
                    table.ForeignKey(
                        name: "fk_petition_links_petitions_petition_id",
                        column: x => x.petition_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_petition_links_petitions_target_id",
                        column: x => x.target_id,
                        principalTable: "petitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_respondents_name_key_id",
                table: "respondents",
                columns: new[] { "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_petition_additions_submission_key",
                table: "petition_additions",
                column: "submission_key",
                unique: true,
                filter: "submission_key IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_petition_additions_channel_length",
                table: "petition_additions",
                sql: "length(\"channel\") <= 40");

            migrationBuilder.AddCheckConstraint(
                name: "ck_petition_additions_late_reason_length",
                table: "petition_additions",
                sql: "length(\"late_reason\") <= 500");

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_merged",
                table: "petition_links",
                column: "petition_id",
                unique: true,
                filter: "kind = 'Merged' AND ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_pair",
                table: "petition_links",
                columns: new[] { "petition_id", "target_id", "kind" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_petition_links_target_id",
                table: "petition_links",
                column: "target_id");

            // A link is undone, never taken away or rewritten (security.md D1).
            migrationBuilder.Sql("CREATE TRIGGER petition_links_no_delete BEFORE DELETE ON petition_links FOR EACH ROW EXECUTE FUNCTION petitions_refuse('a link is never deleted');");
            migrationBuilder.Sql("CREATE TRIGGER petition_links_only_end BEFORE UPDATE ON petition_links FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL OR NEW.petition_id IS DISTINCT FROM OLD.petition_id OR NEW.target_id IS DISTINCT FROM OLD.target_id"
                + " OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.decided_by IS DISTINCT FROM OLD.decided_by) EXECUTE FUNCTION petitions_refuse('a link never changes');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "petition_links");

            migrationBuilder.DropIndex(
                name: "ix_respondents_name_key_id",
                table: "respondents");

            migrationBuilder.DropIndex(
                name: "ix_petition_additions_submission_key",
                table: "petition_additions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_petition_additions_channel_length",
                table: "petition_additions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_petition_additions_late_reason_length",
                table: "petition_additions");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "petition_additions");

            migrationBuilder.DropColumn(
                name: "happened_on",
                table: "petition_additions");

            migrationBuilder.DropColumn(
                name: "late_reason",
                table: "petition_additions");

            migrationBuilder.DropColumn(
                name: "submission_key",
                table: "petition_additions");

            migrationBuilder.DropColumn(
                name: "taken_by",
                table: "petition_additions");
        }
    }
}
