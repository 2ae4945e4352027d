using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests;

/// <summary>
/// Every page that a person can open by an address. Whoever adds a page adds its line: the crawl opens it in both
/// languages, on a desk and a phone, with and without elder mode.
/// </summary>
internal static class PageCatalog
{
    public static IReadOnlyList<CataloguePage> Pages { get; } =
    [
        new("/", "Citizen"),
        new("/petitions/new", "Citizen"),
        new("/petitions/new/guide", "Citizen"),
        new("/petitions/draft", "Citizen"),
        new("/petitions/track", "Citizen"),
        new("/rights", "Citizen"),
        new("/accessibility", "Citizen"),
        new("/privacy", "Citizen"),
        new("/help", "Citizen"),
        new("/visits/timetable", "Citizen"),
        new("/verify", "Citizen"),
        new("/verify/roots", "Citizen"),
        new("/staff/sign-in", "Citizen"),
        new("/staff", "Staff", "CaseOfficer"),
        new("/cases", "Staff", "CaseOfficer"),
        new("/cases?box=Open", "Staff", "PetitionDirector"),
        new("/board", "Staff", "PetitionDirector"),
        new("/board/new", "Staff", "PetitionDirector"),
        new("/board/overdue", "Staff", "PetitionDirector"),
        new("/board/approval", "Staff", "PetitionDirector"),
        new("/board/alerts", "Staff", "PetitionDirector"),
        new("/board/assign", "Staff", "PetitionDirector"),
        new("/board/load", "Staff", "PetitionDirector"),
        new("/board/leaders", "Staff", "PetitionDirector"),
        new("/board/indicators", "Staff", "PetitionDirector"),
        new("/board/indicators/Received", "Staff", "PetitionDirector"),
        new("/board/letters", "Staff", "ChiefProcurator"),
        new("/board/retaliation", "Staff", "ChiefProcurator"),
        new("/board/retaliation", "Staff", "ChiefProcurator") { Follow = "main tbody a" },
        new("/cases", "Staff", "CaseOfficer") { Follow = "main tbody a", Then = "/retaliation" },
        new("/joint", "Staff", "PetitionDirector"),
        new("/joint?ended=true", "Staff", "PetitionDirector"),
        new("/joint/new", "Staff", "PetitionDirector"),
        new("/joint", "Staff", "PetitionDirector") { Follow = "main tbody a" },
        new("/joint", "Staff", "PetitionDirector") { Follow = "main tbody tr:last-child a", Then = "/table" },
        new("/joint", "Staff", "PetitionDirector") { Follow = "main tbody tr:last-child a", Then = "/history" },
        new("/joint", "Staff", "PetitionDirector") { Follow = "main tbody tr:last-child a", Then = "/minutes/print", Bare = true },
        new("/joint", "Staff", "PetitionDirector") { Follow = "main tbody a", Then = "/seats/new?kind=Agency" },
        new("/cases", "Staff", "CaseOfficer") { Follow = "main tbody a", Then = "/escalation" },
        new("/search", "Staff", "CaseOfficer"),
        new("/search?q=%E8%AF%B7%E6%B1%82", "Staff", "PetitionDirector"),
        new("/exports", "Staff", "PetitionDirector"),
        new("/exports/new?box=Open", "Staff", "PetitionDirector"),
        new("/export-approvals", "Staff", "DeputyChief"),
        new("/screening", "Staff", "ScreeningOfficer"),
        new("/proposals", "Staff", "PetitionDirector"),
        new("/inspection/verify", "Staff", "InspectionOfficer"),
        new("/inspection/audit", "Staff", "Auditor"),
        new("/admin/reference", "Staff", "SystemAdmin"),
        new("/admin/reference/PetitionCategory", "Staff", "SystemAdmin"),
        new("/admin/templates", "Staff", "SystemAdmin"),
        new("/admin/templates/new", "Staff", "SystemAdmin"),
        new("/admin/templates", "Staff", "SystemAdmin") { Follow = "main tbody a" },
        new("/admin/staff", "Staff", "SecurityAdmin"),
        new("/admin/staff/new", "Staff", "SecurityAdmin"),
        new("/admin/roles", "Staff", "SecurityAdmin"),
        new("/admin/calendar", "Staff", "SystemAdmin"),
        new("/admin/clock-rules", "Staff", "SystemAdmin"),
        new("/admin/clock-rules/SCREEN_7D", "Staff", "SystemAdmin"),
        new("/admin/quotas", "Staff", "SystemAdmin"),
        new("/admin/offices", "Staff", "SystemAdmin"),
        new("/admin/status", "Staff", "SystemAdmin"),
        new("/admin/status/notices", "Staff", "SystemAdmin"),
        new("/admin/reference/PetitionCategory", "Staff", "SystemAdmin") { Follow = "main tbody a" },
        new("/admin/quotas", "Staff", "SystemAdmin") { Follow = "main tbody a" },
        new("/admin/offices", "Staff", "SystemAdmin") { Follow = "main h2 a" },
        new("/admin/offices", "Staff", "SystemAdmin") { Follow = "main tbody a" },
        new("/admin/offices", "Staff", "SystemAdmin") { Follow = "main ul a" },
        new("/admin/staff", "Staff", "SecurityAdmin") { Follow = "main tbody a" },
        new("/screening?state=Screening", "Staff", "ScreeningOfficer") { Follow = "main tbody a" },
        new("/cases?box=Open", "Staff", "PetitionDirector") { Follow = "main tbody a" },
        new("/cases", "Staff", "CaseOfficer") { Follow = "main tbody a" },
        new("/cases", "Staff", "CaseOfficer") { Follow = "main tbody a", Then = "/files" },
        new("/cases", "Staff", "CaseOfficer") { Follow = "main tbody a", Then = "/documents" },
        new("/cases", "Staff", "CaseOfficer") { Follow = "main tbody a", Then = "/case-file", Bare = true },
        new("/cases?box=Open", "Staff", "PetitionDirector") { Follow = "main tbody a", Then = "/links" },
        new("/staff/password", "Staff", "CaseOfficer"),
        new("/staff/security", "Staff", "CaseOfficer"),
        new("/desk/letters", "Staff", "IntakeClerk"),
        new("/desk", "Staff", "ReceptionOfficer"),
        new("/desk/queue", "Staff", "ReceptionOfficer"),
        new("/desk/day", "Staff", "ReceptionOfficer"),
        new("/desk/day", "Staff", "ReceptionOfficer") { Follow = "main tbody th a", Then = "/transcript" },
        new("/board/duty", "Staff", "PetitionDirector"),
        new("/board/duty/SP-QX-HALL", "Staff", "DutyPolice"),
        new("/display/SP-QX-HALL", "Desk", "ReceptionOfficer"),
        new("/kiosk/SP-QX-HALL", "Desk", "ReceptionOfficer"),
        new("/admin/offices", "Staff", "SystemAdmin") { Follow = "main ul a", Then = "/devices" },
        new("/desk/calls/new", "Staff", "ReceptionOfficer"),
        new("/desk/post/new", "Staff", "ReceptionOfficer"),
        new("/desk/timetable", "Staff", "PetitionDirector"),
        new("/desk/timetable", "Staff", "PetitionDirector") { Follow = "main ol a" },
        new("/desk/timetable/conflicts", "Staff", "PetitionDirector"),
        new("/desk/timetable/sessions/new", "Staff", "PetitionDirector"),
        new("/desk/timetable/leaders", "Staff", "ChiefProcurator"),
        new("/desk/timetable/leaders", "Staff", "PetitionDirector") { Follow = "main tbody a" },
        new("/desk/timetable/patterns", "Staff", "PetitionDirector"),
        new("/desk/timetable/patterns", "Staff", "PetitionDirector") { Follow = "main tbody a" },
        new("/desk/timetable/patterns/new", "Staff", "PetitionDirector"),
        new("/desk/timetable/patterns/make?weeks=13", "Staff", "PetitionDirector"),
        new("/desk/timetable/closures", "Staff", "PetitionDirector"),
        new("/desk/timetable/rooms", "Staff", "ReceptionOfficer"),
        new("/desk/timetable/rooms", "Staff", "PetitionDirector") { Follow = "main tbody a" },
        new("/desk/timetable/rooms/new", "Staff", "PetitionDirector"),
        new("/visits/book", "Citizen"),
        new("/visits/find", "Citizen"),
        new("/desk/bookings", "Staff", "ReceptionOfficer"),
        new("/desk/bookings", "Staff", "ReceptionOfficer") { Follow = "main tbody a" },
        new("/desk/bookings/new", "Staff", "ReceptionOfficer"),
        new("/desk/bookings/new?form=HomeVisit", "Staff", "IntakeClerk"),
        new("/desk/calls", "Staff", "ReceptionOfficer"),
        new("/desk/post", "Staff", "ReceptionOfficer"),
        new("/desk/post", "Staff", "ReceptionOfficer") { Follow = "main tbody a" },
        new("/desk/post", "Staff", "ReceptionOfficer") { Follow = "main tbody a", Then = "/next" },
        new("/desk/post/praise", "Staff", "ReceptionOfficer"),
        new("/desk/hand-ins", "Staff", "IntakeClerk"),
        new("/desk/hand-ins", "Staff", "IntakeClerk") { Follow = "main tbody a" },
        new("/hand-ins", "Staff", "LiaisonPerson"),
        new("/board/post", "Staff", "PetitionDirector"),
        new("/board/post", "Staff", "PetitionDirector") { Follow = "main tbody a" },
        new("/board/chief-letters", "Staff", "PetitionDirector"),
        new("/cases?box=All&pointType=CommunityPoint", "Staff", "PetitionDirector"),
        new("/dev/components", "Staff"),
        new("/dev/outbox", "Staff"),
        new("/dev/clock", "Staff"),
        new("/no-such-page", "Citizen") { Status = 404 },
    ];

    /// <summary>Every way to look at one page.</summary>
    public static IReadOnlyList<PageSettings> Looks(CataloguePage page) =>
    [
        .. from elder in page.HasElderMode ? new[] { false, true } : [false]
           from culture in new[] { "zh-Hans", "en" }
           from width in new[] { 390, 1440 }
           select new PageSettings(width, culture, elder),
        .. page.HasElderMode ? [new PageSettings(390, "zh-Hans", Contrast: true)] : Array.Empty<PageSettings>(),
    ];

    /// <summary>
    /// The looks of this run. The everyday run gives each page one look, chosen by its place in the list: the same on
    /// every machine, and over the pages every language, width and mode is taken.
    /// </summary>
    public static IEnumerable<(CataloguePage Page, PageSettings Settings)> Plan(bool full) =>
        Pages.SelectMany((page, place) =>
        {
            var looks = Looks(page);
            return full
                ? looks.Select(look => (page, look))
                : [(page, looks[place % looks.Count])];
        });
}
