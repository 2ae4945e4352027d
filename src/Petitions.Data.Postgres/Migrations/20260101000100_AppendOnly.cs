#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Postgres.Migrations;

/// <summary>What the database itself refuses (security.md D1): change and deletion of history, a second first handler.</summary>
[DbContext(typeof(PetitionsDbContext))]
[Migration("20260101000100_AppendOnly")]
public sealed class AppendOnly : Migration
{
    /// <summary>Tables whose rows are only ever added.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "facts",
        "issued_documents",
        "read_records",
        "daily_roots",
        "case_notes",
        "ratings",
        "search_records",
        "reception_steps",
        "reception_matters",
        "person_lookups",
        "intake_entries",
        "weekly_letters",
        "document_prints",
        "letter_steps",
        "reception_entries",
        "counter_openings",
        "transcript_signatures",
        "transcript_scans",
        "material_receipts",
        "letter_hand_overs",
        "paper_slip_pads",
        "query_code_hand_overs",
        "commitment_promises",
        "promise_results",
        "joint_signatures",
        "joint_guest_attempts",
        "review_triggers",
        "review_members",
        "review_notes",
        "review_opinions",
        "review_lessons",
        "review_checklists",
        "review_checks",
        "review_documents",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION petitions_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$;
            """);
        foreach (var table in Tables)
        {
            Refuse(migrationBuilder, $"{table}_no_change", $"UPDATE OR DELETE ON {table}", $"{table} is append-only");
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION petitions_refuse('{table} is append-only');");
        }

        migrationBuilder.Sql("""
            CREATE FUNCTION petitions_recorded_at() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN NEW.recorded_at := clock_timestamp(); RETURN NEW; END $$;
            CREATE TRIGGER facts_recorded_at BEFORE INSERT ON facts FOR EACH ROW EXECUTE FUNCTION petitions_recorded_at();
            """);
        Refuse(migrationBuilder, "fact_values_only_erase", "UPDATE ON fact_values", "fact_values may only be erased",
            "NEW.text IS NOT NULL OR NEW.fact_id IS DISTINCT FROM OLD.fact_id OR NEW.name IS DISTINCT FROM OLD.name");
        Refuse(migrationBuilder, "fact_values_no_delete", "DELETE ON fact_values", "fact_values may only be erased");
        Refuse(migrationBuilder, "petitions_no_delete", "DELETE ON petitions", "a petition is never deleted");
        Refuse(migrationBuilder, "petitions_first_handler", "UPDATE ON petitions", "the first handler is written once",
            "OLD.first_handler_id IS NOT NULL AND (NEW.first_handler_id IS DISTINCT FROM OLD.first_handler_id"
            + " OR NEW.first_handler_department_id IS DISTINCT FROM OLD.first_handler_department_id OR NEW.first_handler_office_id IS DISTINCT FROM OLD.first_handler_office_id)");
        Refuse(migrationBuilder, "petitions_content", "UPDATE ON petitions", "what was filed never changes",
            "NEW.title IS DISTINCT FROM OLD.title OR NEW.text IS DISTINCT FROM OLD.text OR NEW.request IS DISTINCT FROM OLD.request OR NEW.number IS DISTINCT FROM OLD.number"
            + " OR NEW.receipt_hash IS DISTINCT FROM OLD.receipt_hash OR NEW.receipt_salt IS DISTINCT FROM OLD.receipt_salt OR NEW.received_at IS DISTINCT FROM OLD.received_at");
        Refuse(migrationBuilder, "attachments_no_delete", "DELETE ON attachments", "evidence is never removed");
        Refuse(migrationBuilder, "attachments_only_scan", "UPDATE ON attachments", "evidence never changes",
            "(NEW.id, NEW.petition_id, NEW.name, NEW.type, NEW.length, NEW.sha256, NEW.copy_sha256, NEW.original_id, NEW.copy_id, NEW.filed, NEW.channel, NEW.added_by, NEW.at, NEW.copy)"
            + " IS DISTINCT FROM (OLD.id, OLD.petition_id, OLD.name, OLD.type, OLD.length, OLD.sha256, OLD.copy_sha256, OLD.original_id, OLD.copy_id, OLD.filed, OLD.channel, OLD.added_by, OLD.at, OLD.copy)");
        Refuse(migrationBuilder, "petition_links_no_delete", "DELETE ON petition_links", "a link is never deleted");
        Refuse(migrationBuilder, "petition_links_only_end", "UPDATE ON petition_links", "a link never changes",
            "OLD.ended_at IS NOT NULL OR NEW.petition_id IS DISTINCT FROM OLD.petition_id OR NEW.target_id IS DISTINCT FROM OLD.target_id OR NEW.kind IS DISTINCT FROM OLD.kind"
            + " OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.decided_by IS DISTINCT FROM OLD.decided_by");
        Refuse(migrationBuilder, "receptions_no_delete", "DELETE ON receptions", "a visit is never deleted");
        Refuse(migrationBuilder, "transcripts_no_delete", "DELETE ON transcripts", "a transcript is never deleted");
        Refuse(migrationBuilder, "transcripts_signed", "UPDATE ON transcripts", "a signed transcript never changes", "OLD.signed_at IS NOT NULL");
        Refuse(migrationBuilder, "commitments_no_delete", "DELETE ON commitments", "a commitment is never deleted");
        Refuse(migrationBuilder, "commitments_offer", "UPDATE ON commitments", "an offered commitment never changes",
            "NEW.petition_id IS DISTINCT FROM OLD.petition_id OR NEW.end_on IS DISTINCT FROM OLD.end_on OR NEW.offered_at IS DISTINCT FROM OLD.offered_at OR NEW.offered_by IS DISTINCT FROM OLD.offered_by");
        Refuse(migrationBuilder, "commitments_answer", "UPDATE ON commitments", "a commitment is answered once",
            "OLD.answered_at IS NOT NULL AND (NEW.answered_at IS DISTINCT FROM OLD.answered_at OR NEW.way IS DISTINCT FROM OLD.way OR NEW.taken_by IS DISTINCT FROM OLD.taken_by OR NEW.document_id IS DISTINCT FROM OLD.document_id)");
        Refuse(migrationBuilder, "joint_visits_attendance", "UPDATE ON joint_visits", "attendance is frozen once",
            "OLD.attendance_json IS NOT NULL AND NEW.attendance_json IS DISTINCT FROM OLD.attendance_json");
        Refuse(migrationBuilder, "assignments_no_delete", "DELETE ON assignments", "responsibility is never overwritten");
        Refuse(migrationBuilder, "assignments_only_end", "UPDATE ON assignments", "responsibility is never overwritten",
            "OLD.\"to\" IS NOT NULL OR NEW.staff_id IS DISTINCT FROM OLD.staff_id OR NEW.\"from\" IS DISTINCT FROM OLD.\"from\" OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.petition_id IS DISTINCT FROM OLD.petition_id");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("History is not made changeable again.");

    private static void Refuse(MigrationBuilder migrationBuilder, string name, string on, string message, string? when = null) =>
        migrationBuilder.Sql($"CREATE TRIGGER {name} BEFORE {on} FOR EACH ROW{(when is null ? "" : $" WHEN ({when})")} EXECUTE FUNCTION petitions_refuse('{message}');");
}
