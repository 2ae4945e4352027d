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
    ];
}
