using Petitions.Domain.Petitions;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>The small forms on a case page: each uses one or two of these.</summary>
public sealed class ActForm
{
    public CaseNoteKind NoteKind { get; set; }

    public string? NoteText { get; set; }

    public string? ProgressText { get; set; }

    public string? Outcome { get; set; }

    public string? Evidence { get; set; }

    public string? Way { get; set; }

    public string? RetentionClass { get; set; }

    public string? RecallReason { get; set; }

    public string? RevokeReason { get; set; }

    public string? BackReason { get; set; }

    public string? ExemptReason { get; set; }

    public string? ExemptText { get; set; }
}
