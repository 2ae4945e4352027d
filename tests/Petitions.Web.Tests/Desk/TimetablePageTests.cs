using System.Net;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>The pages of the timetable: regular days, single sessions, odd days, rooms, leaders' days, and what the public reads.</summary>
[Collection(DeskCollection.Name)]
public sealed class TimetablePageTests(DeskHall hall)
{
    private const string New = "/desk/timetable/sessions/new";

    /// <summary>Seed feature 18, by hand: refused, and the next working day is one press away.</summary>
    [Fact]
    public async Task Plan_OnAHoliday_KeepsTheForm_AndTakesTheOfferedDay()
    {
        var director = await hall.AsAsync("PetitionDirector");
        var fields = await SessionAsync("2026-10-01", "10:00", "11:00");

        var refused = await director.PostFormAsync(New, New, fields);
        var page = await DeskHall.ReadAsync(refused);
        var offer = page.QuerySelector("button[name=UseDay]")!;
        var done = await director.PostShownAsync(refused, New, New, [.. fields, ("UseDay", offer.GetAttribute("value")!)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(("2026-10-08", "10:00", "2026-10-01"), (offer.GetAttribute("value"), page.QuerySelector("#From")!.GetAttribute("value"), page.QuerySelector("#Day")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var session = await hall.Portal.QueryAsync(db => db.ReceptionSessions.SingleAsync(s => s.Day == new DateOnly(2026, 10, 8)));
        Assert.Equal($"/desk/timetable/sessions/{session.Id}", done.Headers.Location!.ToString());
        Assert.Equal(["SessionPublished"], await hall.FactsAsync(session.Id));
    }

    [Fact]
    public async Task Plan_WithoutAPlaceOrATime_SaysSoBesideTheField()
    {
        var director = await hall.AsAsync("PetitionDirector");

        var refused = await director.PostFormAsync(New, New, ("Day", "2026-03-05"), ("SlotMinutes", "30"), ("ReceptionForm", "Regular"));

        var page = await DeskHall.ReadAsync(refused);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.All(["#From", "#To", "#ServicePointId"], field => Assert.Equal("true", page.QuerySelector(field)!.GetAttribute("aria-invalid")));
        Assert.Equal("2026-03-05", page.QuerySelector("#Day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Session_IsEnlarged_Moved_AndCalledOff_WithItsReasons()
    {
        var director = await hall.AsAsync("PetitionDirector");
        var address = (await director.PostFormAsync(New, New, await SessionAsync("2026-05-12", "09:00", "10:00"))).Headers.Location!.ToString();
        var id = Guid.Parse(address.Split('/')[^1]);

        var fewer = await director.PostFormAsync(address, $"{address}/places", ("PublicPlaces", "0"), ("InternalPlaces", "0"));
        var more = await director.PostFormAsync(address, $"{address}/places", ("PublicPlaces", "3"), ("InternalPlaces", "1"));
        var silent = await director.PostFormAsync(address, $"{address}/move", ("Day", "2026-05-13"), ("From", "14:00"), ("To", "15:00"), ("Reason", ""));
        var moved = await director.PostFormAsync(address, $"{address}/move", ("Day", "2026-05-13"), ("From", "14:00"), ("To", "15:00"), ("Reason", "领导开会"));
        var next = moved.Headers.Location!.ToString();
        var unsaid = await director.PostFormAsync(next, $"{next}/cancel", ("CancelReason", " "));
        var cancelled = await director.PostFormAsync(next, $"{next}/cancel", ("CancelReason", "停电"));
        var again = await director.PostForgedAsync("/desk/timetable/closures", $"{next}/cancel", ("CancelReason", "停电"));

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity],
            new[] { fewer, more, silent, moved, unsaid, cancelled, again }.Select(answer => answer.StatusCode));
        Assert.Equal("14:00", (await DeskHall.ReadAsync(silent)).QuerySelector("#From")!.GetAttribute("value"));
        Assert.Equal(["SessionPublished", "SessionMoved"], await hall.FactsAsync(id));
        Assert.Equal(["SessionPublished", "SessionMoved"], await hall.FactsAsync(Guid.Parse(next.Split('/')[^1])));
        Assert.Contains("停电", await director.GetStringAsync(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Unknown_IsNotFound_AndTheClerkLooksWithoutChanging()
    {
        var (director, clerk) = (await hall.AsAsync("PetitionDirector"), await hall.AsAsync("ReceptionOfficer"));
        var address = (await director.PostFormAsync(New, New, await SessionAsync("2026-05-19", "09:00", "10:00"))).Headers.Location!.ToString();

        using var page = await DeskHall.PageAsync(clerk, address);

        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/desk/timetable/sessions/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/desk/timetable?point=NOWHERE")).StatusCode);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostForgedAsync("/desk/timetable/rooms", $"{address}/cancel", ("CancelReason", "x"))).StatusCode);
    }

    [Fact]
    public async Task Pattern_IsSet_LookedAt_Made_AndEnded()
    {
        const string page = "/desk/timetable/patterns/new";
        var director = await hall.AsAsync("PetitionDirector");
        var point = await PointAsync("SP-QX-T1");
        (string, string)[] fields = [("ServicePointId", point), ("ReceptionForm", "Appointment"), ("From", "09:00"), ("To", "11:00"), ("SlotMinutes", "30"), ("PublicPlaces", "2"), ("InternalPlaces", "0"), ("ValidFrom", "2026-03-02"), ("PublishAtOnce", "false")];

        var refused = await director.PostFormAsync(page, page, fields);
        var added = await director.PostShownAsync(refused, page, page, [.. fields, ("Weekdays", "2"), ("Weekdays", "4")]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var preview = await DeskHall.PageAsync(director, "/desk/timetable/patterns/make?weeks=2");
        var made = await director.PostFormAsync("/desk/timetable/patterns/make?weeks=2", "/desk/timetable/patterns/make", ("weeks", "2"));
        var rule = await hall.Portal.QueryAsync(db => db.TimetableRules.AsNoTracking().SingleAsync(r => r.ServicePointId == Guid.Parse(point)));
        var sessions = await hall.Portal.QueryAsync(db => db.ReceptionSessions.AsNoTracking().Where(s => s.RuleId == rule.Id).ToListAsync());
        var published = await director.PostFormAsync("/desk/timetable?point=SP-QX-T1&week=2026-03-02", "/desk/timetable/publish");
        var edit = $"/desk/timetable/patterns/{rule.Id}";
        (string, string)[] change = [("ReceptionForm", "Appointment"), ("Weekdays", "2"), ("From", "09:00"), ("To", "10:00"), ("SlotMinutes", "30"), ("PublicPlaces", "2"), ("InternalPlaces", "0"), ("ValidFrom", "2026-03-02"), ("PublishAtOnce", "false")];
        var changed = await director.PostFormAsync(edit, edit, change);
        var stale = await director.PostFormAsync(edit, edit, [.. change, ("Version", "1")]);
        using var conflicts = await DeskHall.PageAsync(director, "/desk/timetable/conflicts");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "true"), (refused.StatusCode, (await DeskHall.ReadAsync(refused)).QuerySelector("#Weekdays")!.GetAttribute("aria-invalid")));
        Assert.Equal("/desk/timetable/patterns/make", added.Headers.Location!.ToString());
        Assert.NotEmpty(preview.QuerySelectorAll("main tbody tr"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(4, sessions.Count);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(2, await hall.Portal.QueryAsync(db => db.ReceptionSessions.CountAsync(s => s.RuleId == rule.Id && s.State == SessionState.Published)));
        Assert.Equal("/desk/timetable/conflicts", changed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.All(sessions, session => Assert.NotNull(conflicts.QuerySelector($"a[href$='{session.Id}']")));
    }

    [Fact]
    public async Task Closure_IsSet_Shown_AndTakenBack()
    {
        const string page = "/desk/timetable/closures";
        var director = await hall.AsAsync("PetitionDirector");

        var refused = await director.PostFormAsync(page, page, ("Place", "SP-QX-HALL"), ("Kind", "Closed"), ("FirstDay", "2026-06-10"), ("From", "09:00"), ("Reason", "停水停电检修"));
        var set = await director.PostShownAsync(refused, page, page, ("Place", "SP-QX-HALL"), ("Kind", "Closed"), ("FirstDay", "2026-06-10"), ("From", "09:00"), ("To", "10:00"), ("Reason", "停水停电检修"));
        var closure = await hall.Portal.QueryAsync(db => db.Closures.AsNoTracking().SingleAsync(c => c.Reason == "停水停电检修"));
        var week = await director.GetStringAsync("/desk/timetable?point=SP-QX-HALL&week=2026-06-10");
        var nowhere = await director.PostFormAsync(page, page, ("Place", "SP-YX-HALL"), ("Kind", "Closed"), ("FirstDay", "2026-06-10"), ("Reason", "x"));
        var removed = await director.PostFormAsync(page, $"{page}/{closure.Id}/remove");
        var again = await director.PostForgedAsync(page, $"{page}/{closure.Id}/remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("停水停电检修", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains("停水停电检修", week, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (nowhere.StatusCode, removed.StatusCode, again.StatusCode));
        Assert.False(await hall.Portal.QueryAsync(db => db.Closures.AnyAsync(c => c.Id == closure.Id)));
    }

    [Fact]
    public async Task Room_TakenTwice_ShowsTheClash_AndIsReleased()
    {
        const string rooms = "/desk/timetable/rooms";
        var (director, clerk) = (await hall.AsAsync("PetitionDirector"), await hall.AsAsync("ReceptionOfficer"));
        var nameless = await director.PostFormAsync($"{rooms}/new", $"{rooms}/new", ("ServicePointId", await PointAsync("SP-QX-HALL")), ("NameZh", "第九接待室"), ("NameEn", ""), ("Kind", "Room"), ("Seats", "4"), ("Enabled", "true"));
        var opened = await director.PostShownAsync(nameless, $"{rooms}/new", $"{rooms}/new", ("ServicePointId", await PointAsync("SP-QX-HALL")), ("NameZh", "第九接待室"), ("NameEn", "Room 9"), ("Kind", "Room"), ("Seats", "4"), ("Enabled", "true"));
        var room = await hall.Portal.QueryAsync(db => db.Rooms.Where(r => r.NameZh == "第九接待室").Select(r => r.Id).SingleAsync());

        var booked = await director.PostFormAsync(rooms, $"{rooms}/bookings", ("RoomId", room.ToString()), ("Day", "2026-06-16"), ("From", "09:00"), ("To", "10:00"), ("Purpose", "听证会准备"));
        var clash = await clerk.PostFormAsync(rooms, $"{rooms}/bookings", ("RoomId", room.ToString()), ("Day", "2026-06-16"), ("From", "09:30"), ("To", "11:00"), ("Purpose", "接待"));
        var booking = await hall.Portal.QueryAsync(db => db.RoomBookings.AsNoTracking().SingleAsync(b => b.RoomId == room));
        var released = await clerk.PostFormAsync($"{rooms}?week=2026-06-16", $"{rooms}/bookings/{booking.Id}/release");
        var renamed = await director.PostFormAsync($"{rooms}/{room}", $"{rooms}/{room}", ("NameZh", "第十接待室"), ("NameEn", "Room 10"), ("Kind", "Room"), ("Seats", "5"), ("Enabled", "false"));
        var off = await director.PostForgedAsync(rooms, $"{rooms}/bookings", ("RoomId", room.ToString()), ("Day", "2026-06-16"), ("From", "09:00"), ("Purpose", "x"));

        var shown = await DeskHall.ReadAsync(clash);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (nameless.StatusCode, opened.StatusCode, booked.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clash.StatusCode);
        Assert.Contains("听证会准备", shown.QuerySelector("[data-testid=clashes]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("接待", shown.QuerySelector("#Purpose")!.GetAttribute("value"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (released.StatusCode, renamed.StatusCode, off.StatusCode));
        Assert.Equal(0, await hall.Portal.QueryAsync(db => db.RoomQuarters.CountAsync(q => q.RoomId == room)));
    }

    /// <summary>A day that is over is written down on the page; the number of the year leads to it, the public reads name and duty.</summary>
    [Fact]
    public async Task LeadersDay_IsPublic_AndAfterwardsWrittenDown()
    {
        const string leaders = "/desk/timetable/leaders";
        var (director, chief) = (await hall.AsAsync("PetitionDirector"), await hall.StaffIdAsync("ChiefProcurator"));
        var point = Guid.Parse(await PointAsync("SP-QX-HALL"));
        var (over, coming) = await hall.Portal.QueryAsync(async db =>
        {
            var now = hall.Portal.Clock.GetUtcNow().UtcDateTime;
            var office = await db.ServicePoints.Where(p => p.Id == point).Select(p => p.OfficeId).SingleAsync();
            ReceptionSession Leaders(DateOnly day, int hour, DateTime planned)
            {
                var session = ReceptionSession.Plan(new SessionPlan { OfficeId = office, ServicePointId = point, Form = "Regular", Day = day, From = new TimeOnly(hour, 0), To = new TimeOnly(hour + 1, 0), SlotMinutes = 30, PublicPlaces = 1, LeaderId = chief, PlannedBy = chief }, planned);
                session.Publish(planned);
                db.ReceptionSessions.Add(session);
                return session;
            }

            var today = Domain.Clocks.ChinaTime.DateOf(now);
            var pair = (Leaders(today.AddDays(-3), 9, now.AddDays(-20)), Leaders(today.AddDays(20), 9, now));
            await db.SaveChangesAsync();
            return pair;
        });

        var refused = await director.PostFormAsync(leaders, $"{leaders}/{over.Id}/sat", ("Sitting", "NobodySat"), ("Note", ""));
        var done = await director.PostFormAsync(leaders, $"{leaders}/{over.Id}/sat", ("Sitting", "LeaderSat"), ("Note", "接待三人"));
        var unknown = await director.PostForgedAsync(leaders, $"{leaders}/{Guid.NewGuid()}/sat", ("Sitting", "LeaderSat"));
        using var rows = await DeskHall.PageAsync(director, $"{leaders}?leader={chief}");
        using var stranger = hall.Portal.Browser();
        using var timetable = await DeskHall.PageAsync(stranger, "/visits/timetable?office=D990101");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (refused.StatusCode, done.StatusCode, unknown.StatusCode));
        Assert.NotNull((await DeskHall.ReadAsync(refused)).QuerySelector("#Note[aria-invalid=true]"));
        Assert.Equal((SessionState.Held, (bool?)true), await hall.Portal.QueryAsync(async db => (await db.ReceptionSessions.Where(s => s.Id == over.Id).Select(s => s.State).SingleAsync(), await db.ReceptionSessions.Where(s => s.Id == over.Id).Select(s => s.LeaderSat).SingleAsync())));
        Assert.Contains("接待三人", rows.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"{leaders}?leader={Guid.NewGuid()}")).StatusCode);
        Assert.Contains(DeskHall.NameOf("ChiefProcurator"), timetable.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("检察长", timetable.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/visits/timetable?office=NOWHERE")).StatusCode);
        Assert.Equal(SessionState.Published, coming.State);
    }

    [Fact]
    public async Task Hours_ChangedByTheAdministrator_SayWhatLiesOutside()
    {
        var (director, admin) = (await hall.AsAsync("PetitionDirector"), await hall.AsAsync("SystemAdmin"));
        var planned = await director.PostFormAsync(New, New, [.. (await SessionAsync("2026-05-26", "16:00", "17:00")).Where(field => field.Name != "ServicePointId"), ("ServicePointId", await PointAsync("SP-QX-T1"))]);
        var point = await hall.Portal.QueryAsync(db => db.ServicePoints.AsNoTracking().SingleAsync(p => p.Code == "SP-QX-T1"));
        var page = $"/admin/service-points/{point.Id}";

        var saved = await admin.PostFormAsync(page, page, ("NameZh", point.NameZh), ("NameEn", point.NameEn), ("DepartmentId", point.DepartmentId.ToString()), ("OpenWeekdays", point.OpenWeekdays),
            ("HoursMorning", "09:00-12:00"), ("HoursAfternoon", "14:00-16:00"), ("Counters", "1"), ("Enabled", "true"));
        using var after = await DeskHall.PageAsync(admin, saved.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (planned.StatusCode, saved.StatusCode));
        Assert.Contains("冲突清单", after.QuerySelector(".pt-note")!.TextContent, StringComparison.Ordinal);
        using var conflicts = await DeskHall.PageAsync(director, "/desk/timetable/conflicts");
        Assert.NotNull(conflicts.QuerySelector($"a[href='{planned.Headers.Location}']"));
    }

    private async Task<(string Name, string Value)[]> SessionAsync(string day, string from, string to) =>
    [
        ("ServicePointId", await PointAsync("SP-QX-HALL")), ("ReceptionForm", "Regular"), ("Day", day), ("From", from), ("To", to), ("SlotMinutes", "30"), ("PublicPlaces", "1"), ("InternalPlaces", "0"),
        ("LeaderId", (await hall.StaffIdAsync("DeputyChief")).ToString()), ("Publish", "true"),
    ];

    private Task<string> PointAsync(string code) => hall.Portal.QueryAsync(async db => (await db.ServicePoints.Where(p => p.Code == code).Select(p => p.Id).SingleAsync()).ToString());
}
