namespace Petitions.Web.Filing;

/// <summary>Three plain questions lead to a category. A proposal only: whoever wants another one files under it.</summary>
public static class FilingGuide
{
    public static readonly IReadOnlyList<string> What = ["not-filed", "misconduct", "decision", "crime", "money", "hardship", "idea", "question"];
    public static readonly IReadOnlyList<string> Who = ["police", "procuratorate", "court", "other"];
    public static readonly IReadOnlyList<string> Paper = ["yes", "no"];

    /// <summary>The proposal, or null when an answer is missing.</summary>
    public static GuideProposal? Propose(string? what, string? who, string? paper) =>
        !What.Contains(what) || !Who.Contains(who) || !Paper.Contains(paper) ? null : (what, who) switch
        {
            ("not-filed", _) => new("Complaint", "B5", "basis.not-filed"),
            ("misconduct", "police") => new("Complaint", "B1", "basis.misconduct"),
            ("misconduct", "court") => new("Complaint", "B2", "basis.misconduct"),
            ("misconduct", "procuratorate") => new("Complaint", "B8", "basis.misconduct"),
            ("misconduct", _) => new("Report", "C3", "basis.report", Elsewhere: true),
            ("decision", "procuratorate") => new("Appeal", paper == "yes" ? "A2" : "A4", "basis.appeal-own"),
            ("decision", "court") => new("Appeal", "A5", "basis.appeal-court"),
            ("decision", "police") => new("Complaint", "B1", "basis.misconduct"),
            ("decision", _) => new("Enquiry", "F1", "basis.petition", Elsewhere: true),
            ("crime", _) => new("Report", "C3", "basis.report"),
            ("money", _) => new("Compensation", "D1", "basis.compensation", Elsewhere: who is "other"),
            ("hardship", _) => new("Aid", "D2", "basis.aid"),
            ("idea", _) => new("Suggestion", "E1", "basis.petition"),
            _ => new("Enquiry", "F1", "basis.petition"),
        };
}
