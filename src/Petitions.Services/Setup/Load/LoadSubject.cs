namespace Petitions.Services.Setup.Load;

/// <summary>A kind of matter: how often it comes, on which track, and which department handles it by which rule.</summary>
internal sealed record LoadSubject(string Category, string SubCategory, double Weight, string Track, string? Line, string Rule)
{
    /// <summary>The mix is invented; the routes are those of the routing list.</summary>
    public static readonly IReadOnlyList<LoadSubject> All =
    [
        new("Complaint", "B5", 13, "LitigationRights", null, "R080"),
        new("Enquiry", "F1", 11, "Ordinary", null, "R240"),
        new("Appeal", "A6", 10, "LitigationRights", "Civil", "R180"),
        new("RequestForDecision", "H2", 9, "Ordinary", null, "R900"),
        new("Appeal", "A5", 8, "LitigationRights", null, "R170"),
        new("Appeal", "A2", 8, "LitigationRights", null, "R160"),
        new("Complaint", "B3", 8, "LitigationRights", "OrdinaryCrime", "R140"),
        new("Complaint", "B1", 6, "LitigationRights", "OrdinaryCrime", "R110"),
        new("Report", "C2", 6, "LitigationRights", "PublicInterest", "R200"),
        new("Complaint", "B2", 4, "LitigationRights", "OrdinaryCrime", "R140"),
        new("Aid", "D2", 4, "LitigationRights", null, "R210"),
        new("Complaint", "B4", 3, "LitigationRights", "Execution", "R150"),
        new("Appeal", "A7", 3, "LitigationRights", "Administrative", "R190"),
        new("Suggestion", "E1", 3, "Ordinary", null, "R230"),
        new("Complaint", "B6", 2, "LitigationRights", null, "R100"),
        new("Compensation", "D1", 2, "LitigationRights", null, "R210"),
    ];

    /// <summary>Statutes that give few days after acceptance (CP19-556, 58).</summary>
    public bool IsShort => SubCategory is "B1" or "B2" or "B6";

    public bool IsReport => Category == "Report";
}
