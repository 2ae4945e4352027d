namespace Petitions.Bench;

/// <summary>Every list and board page, with an account that may read it; a list's middle page is found by following its link to the next.</summary>
public static class Pages
{
    public static readonly IReadOnlyList<(string User, string Path)> Lists =
    [
        ("CaseOfficer", "/cases"),
        ("CaseOfficer", "/cases?box=Open"),
        ("PetitionDirector", "/cases?box=Open"),
        ("PetitionDirector", "/cases?box=Closed"),
        ("PetitionDirector", "/board"),
        ("PetitionDirector", "/board/new"),
        ("PetitionDirector", "/board/assign"),
        ("PetitionDirector", "/board/due"),
        ("PetitionDirector", "/board/overdue"),
        ("PetitionDirector", "/board/approval"),
        ("PetitionDirector", "/board/alerts"),
        ("PetitionDirector", "/board/open"),
        ("ScreeningOfficer", "/screening"),
        ("PetitionDirector", "/proposals"),
        ("ReceptionOfficer", "/desk"),
        ("IntakeClerk", "/desk/letters"),
        ("Auditor", "/inspection/audit"),
        ("InspectionOfficer", "/inspection/reviews"),
        ("InspectionOfficer", "/inspection/reviews?box=Running"),
        ("InspectionOfficer", "/inspection/reviews?box=Done"),
        ("PetitionDirector", "/joint"),
        ("PetitionDirector", "/call-backs"),
    ];

    /// <summary>Pages of the first row of a list: account, list, what is put behind the row's address.</summary>
    public static readonly IReadOnlyList<(string User, string List, string Then)> Details =
    [
        ("InspectionOfficer", "/inspection/reviews?box=Running", "/timeline"),
        ("PetitionDirector", "/joint", ""),
        ("PetitionDirector", "/joint", "/history"),
        ("PetitionDirector", "/call-backs", ""),
        ("CaseOfficer", "/cases", "/commitment"),
    ];
}
