using Petitions.Services.Supervision;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>The page of assignment: matters still to be assigned with what was chosen, and those already done.</summary>
public sealed record AssignPage(IReadOnlyList<(AssignMatter Matter, AssignForm.Row Row, string? Refused)> Rows, IReadOnlyList<string> Done, bool NoConflict)
{
    /// <summary>What stands in the select beside a name belongs to the reason, the track or the person.</summary>
    public static string FieldOf(string code) => code switch
    {
        "petition.substitute-needed" or "petition.substitute-absent" => nameof(AssignForm.Row.SubstituteId),
        "petition.track-missing" or "petition.wrong-state" => nameof(AssignForm.Row.Track),
        "routing.override-reason" or "petition.reason" => nameof(AssignForm.Row.Reason),
        _ => nameof(AssignForm.Row.StaffId),
    };
}
