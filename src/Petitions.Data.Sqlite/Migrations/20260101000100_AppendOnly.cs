#nullable enable

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Petitions.Data.Sqlite.Migrations;

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
        foreach (var table in Tables)
        {
            Refuse(migrationBuilder, $"{table}_no_update", $"UPDATE ON {table}", $"{table} is append-only");
            Refuse(migrationBuilder, $"{table}_no_delete", $"DELETE ON {table}", $"{table} is append-only");
        }

        Refuse(migrationBuilder, "fact_values_only_erase", "UPDATE ON fact_values", "fact_values may only be erased",
            "NEW.text IS NOT NULL OR NEW.fact_id IS NOT OLD.fact_id OR NEW.name IS NOT OLD.name");
        Refuse(migrationBuilder, "fact_values_no_delete", "DELETE ON fact_values", "fact_values may only be erased");
        Refuse(migrationBuilder, "facts_recorded_at", "INSERT ON facts", "recorded_at is set by the database",
            "abs(julianday(NEW.recorded_at) - julianday('now')) * 86400.0 > 2.0");
        Refuse(migrationBuilder, "petitions_no_delete", "DELETE ON petitions", "a petition is never deleted");
        Refuse(migrationBuilder, "petitions_first_handler", "UPDATE ON petitions", "the first handler is written once",
            "OLD.first_handler_id IS NOT NULL AND (NEW.first_handler_id IS NOT OLD.first_handler_id"
            + " OR NEW.first_handler_department_id IS NOT OLD.first_handler_department_id OR NEW.first_handler_office_id IS NOT OLD.first_handler_office_id)");
        Refuse(migrationBuilder, "petitions_content", "UPDATE ON petitions", "what was filed never changes",
            "NEW.title IS NOT OLD.title OR NEW.text IS NOT OLD.text OR NEW.request IS NOT OLD.request OR NEW.number IS NOT OLD.number"
            + " OR NEW.receipt_hash IS NOT OLD.receipt_hash OR NEW.receipt_salt IS NOT OLD.receipt_salt OR NEW.received_at IS NOT OLD.received_at");
        Refuse(migrationBuilder, "attachments_no_delete", "DELETE ON attachments", "evidence is never removed");
        Refuse(migrationBuilder, "attachments_only_scan", "UPDATE ON attachments", "evidence never changes",
            "NEW.id IS NOT OLD.id OR NEW.petition_id IS NOT OLD.petition_id OR NEW.name IS NOT OLD.name OR NEW.type IS NOT OLD.type OR NEW.length IS NOT OLD.length"
            + " OR NEW.sha256 IS NOT OLD.sha256 OR NEW.copy_sha256 IS NOT OLD.copy_sha256 OR NEW.original_id IS NOT OLD.original_id OR NEW.copy_id IS NOT OLD.copy_id"
            + " OR NEW.filed IS NOT OLD.filed OR NEW.channel IS NOT OLD.channel OR NEW.added_by IS NOT OLD.added_by OR NEW.at IS NOT OLD.at OR NEW.copy IS NOT OLD.copy");
        Refuse(migrationBuilder, "petition_links_no_delete", "DELETE ON petition_links", "a link is never deleted");
        Refuse(migrationBuilder, "petition_links_only_end", "UPDATE ON petition_links", "a link never changes",
            "OLD.ended_at IS NOT NULL OR NEW.petition_id IS NOT OLD.petition_id OR NEW.target_id IS NOT OLD.target_id OR NEW.kind IS NOT OLD.kind"
            + " OR NEW.reason IS NOT OLD.reason OR NEW.decided_by IS NOT OLD.decided_by");
        Refuse(migrationBuilder, "receptions_no_delete", "DELETE ON receptions", "a visit is never deleted");
        Refuse(migrationBuilder, "transcripts_no_delete", "DELETE ON transcripts", "a transcript is never deleted");
        Refuse(migrationBuilder, "transcripts_signed", "UPDATE ON transcripts", "a signed transcript never changes", "OLD.signed_at IS NOT NULL");
        Refuse(migrationBuilder, "commitments_no_delete", "DELETE ON commitments", "a commitment is never deleted");
        Refuse(migrationBuilder, "commitments_offer", "UPDATE ON commitments", "an offered commitment never changes",
            "NEW.petition_id IS NOT OLD.petition_id OR NEW.end_on IS NOT OLD.end_on OR NEW.offered_at IS NOT OLD.offered_at OR NEW.offered_by IS NOT OLD.offered_by");
        Refuse(migrationBuilder, "commitments_answer", "UPDATE ON commitments", "a commitment is answered once",
            "OLD.answered_at IS NOT NULL AND (NEW.answered_at IS NOT OLD.answered_at OR NEW.way IS NOT OLD.way OR NEW.taken_by IS NOT OLD.taken_by OR NEW.document_id IS NOT OLD.document_id)");
        Refuse(migrationBuilder, "joint_visits_attendance", "UPDATE ON joint_visits", "attendance is frozen once",
            "OLD.attendance_json IS NOT NULL AND NEW.attendance_json IS NOT OLD.attendance_json");
        Refuse(migrationBuilder, "assignments_no_delete", "DELETE ON assignments", "responsibility is never overwritten");
        Refuse(migrationBuilder, "assignments_only_end", "UPDATE ON assignments", "responsibility is never overwritten",
            "OLD.\"to\" IS NOT NULL OR NEW.staff_id IS NOT OLD.staff_id OR NEW.\"from\" IS NOT OLD.\"from\" OR NEW.kind IS NOT OLD.kind OR NEW.petition_id IS NOT OLD.petition_id");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("History is not made changeable again.");

    private static void Refuse(MigrationBuilder migrationBuilder, string name, string on, string message, string? when = null) =>
        migrationBuilder.Sql($"CREATE TRIGGER {name} BEFORE {on}{(when is null ? "" : $" WHEN {when}")} BEGIN SELECT RAISE(ABORT, '{message}'); END;");
}
