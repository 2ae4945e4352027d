using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Citizen;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>Receptions by video at both ends, on the board and for who asked (domain.md row 24, journey J11).</summary>
[Collection(DeskCollection.Name)]
public sealed class VideoPageTests(DeskHall hall)
{
    [Fact]
    public async Task Request_IsPassedOn_SettledByTheOtherEnd_AndSeenByWhoAsked()
    {
        var (clerk, city) = (await hall.AsAsync("ReceptionOfficer"), await hall.AsAsync("CityReception"));
        var asked = await AskAsync("13900000101");
        var (id, page) = (asked.Id, $"/desk/video/{asked.Id}");
        var (here, there) = (await RoomAsync("SP-QX-T1"), await RoomAsync("SP-YY-HALL"));

        var unseen = await city.GetAsync(page);
        var linked = await DeskHall.PageAsync(clerk, $"/desk/bookings/{id}");
        var forwarded = await clerk.PostFormAsync(page, $"{page}/forward", ("Note", "请市院听取"));
        var list = await DeskHall.PageAsync(city, "/desk/video");
        (string, string)[] plan =
        [
            ("Day", "2026-03-05"), ("From", "10:00"), ("To", "11:00"), ("JoiningRoomId", here.ToString()), ("HearingRoomId", there.ToString()),
            ("JoiningOfficerId", (await hall.StaffIdAsync("ReceptionOfficer")).ToString()), ("HearingOfficerId", (await hall.StaffIdAsync("CityReception")).ToString()),
            ("Link", "https://meeting.example.test/room/881204"), ("Technician", "丁工"),
        ];
        var noPhone = await city.PostFormAsync(page, $"{page}/fix", plan);
        (string, string)[] number = [.. plan.Where(field => field.Item1 != "Link"), ("Link", "881 204"), ("BackupPhone", "13800009999")];
        var noAddress = await city.PostFormAsync(page, $"{page}/fix", number);
        var settled = await city.PostFormAsync(page, $"{page}/fix", [.. plan, ("BackupPhone", "13800009999")]);
        var early = await clerk.PostFormAsync(page, $"{page}/consent", ("agrees", "true"));

        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        Assert.Contains(linked.QuerySelectorAll("main a"), link => link.GetAttribute("href") == page);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (forwarded.StatusCode, noPhone.StatusCode, settled.StatusCode, early.StatusCode));
        Assert.Contains(list.QuerySelectorAll("main tbody a"), link => link.GetAttribute("href") == page);
        Assert.DoesNotContain("周小满", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://meeting.example.test/room/881204", (await DeskHall.ReadAsync(noPhone)).QuerySelector("#Link")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noAddress.StatusCode);
        Assert.Contains("https://", (await DeskHall.ReadAsync(noAddress)).QuerySelector("#Link-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fixed", (await DeskHall.PageAsync(city, page)).QuerySelector("[data-testid=state]")!.GetAttribute("data-state"));

        var own = new CitizenBrowser(hall.Portal.Browser());
        await own.GetAsync("/visits/find");
        await own.SubmitAsync(("Code", asked.Code));
        Assert.Contains("同意录音录像", own.ById("consent")!, StringComparison.Ordinal);
        Assert.Contains("砚阳市", own.ById("video")!, StringComparison.Ordinal);
        // Days before, only the end that wrote the address down sees it; the others are told when it will stand there.
        var (near, far) = (await DeskHall.PageAsync(clerk, page), await DeskHall.PageAsync(city, page));
        Assert.Equal("https://meeting.example.test/room/881204", far.QuerySelector("[data-testid=link]")!.GetAttribute("href"));
        Assert.Equal((null, null), (near.QuerySelector("[data-testid=link]"), own.ById("link")));
        Assert.Contains("2026", near.QuerySelector("[data-testid=link-later]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026", own.ById("link-later")!, StringComparison.Ordinal);
        Assert.NotNull((await DeskHall.PageAsync(city, $"{page}/transcript")).QuerySelector("[data-testid=transcript-none]"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{page}/transcript")).StatusCode);
        Assert.Equal(["AppointmentRequested", "AppointmentConfirmed"], (await hall.FactsAsync(id)).Where(kind => kind.StartsWith("Appointment", StringComparison.Ordinal)));
    }

    /// <summary>What is not for the office asked is answered with the right one; a compared file is told by its digest.</summary>
    [Fact]
    public async Task Refusal_NamesTheRightOffice_AndTheBoardShowsWhatWaits()
    {
        var (clerk, director) = (await hall.AsAsync("ReceptionOfficer"), await hall.AsAsync("PetitionDirector"));
        var asked = await AskAsync("13900000102");
        var page = $"/desk/video/{asked.Id}";

        var board = await DeskHall.PageAsync(director, "/board/video");
        var silent = await clerk.PostFormAsync(page, $"{page}/refuse", ("Reason", " "));
        var lengthy = await clerk.PostFormAsync(page, $"{page}/refuse", ("Reason", "第一行\r\n" + new string('长', 5_000)));
        var refused = await clerk.PostFormAsync(page, $"{page}/refuse", ("Reason", "不属于市院管辖"), ("RightOffice", "D990102"));
        var again = await clerk.PostForgedAsync(page, $"{page}/forward", ("Note", "请市院再看一看"));

        Assert.Contains("驻泊云镇检察室", board.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (silent.StatusCode, refused.StatusCode, again.StatusCode));
        // Nothing is passed on any more and the field is gone; what was typed is still there.
        var gone = await DeskHall.ReadAsync(again);
        Assert.Equal((null, "请市院再看一看"), (gone.QuerySelector("#Note"), gone.QuerySelector("section[aria-labelledby=unplaced] .pt-text")?.TextContent));
        // Where the field is there it holds the words, lines and all, and nothing stands twice.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lengthy.StatusCode);
        Assert.StartsWith("第一行\n长", (await DeskHall.ReadAsync(lengthy)).QuerySelector("#Reason")!.TextContent.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Null((await DeskHall.ReadAsync(silent)).QuerySelector("#unplaced"));
        Assert.Null((await DeskHall.ReadAsync(lengthy)).QuerySelector("#unplaced"));
        Assert.Equal(VideoState.Refused, await hall.Portal.QueryAsync(db => db.VideoVisits.Where(visit => visit.AppointmentId == asked.Id).Select(visit => visit.State).SingleAsync()));
        Assert.Contains("云岫县", (await DeskHall.PageAsync(clerk, page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/desk/video/{Guid.NewGuid()}")).StatusCode);
    }

    /// <summary>No wished time can be given: another is proposed, and taken on the page of the code.</summary>
    [Fact]
    public async Task AnotherTime_IsProposed_AndTakenByWhoAsked()
    {
        var (clerk, city) = (await hall.AsAsync("ReceptionOfficer"), await hall.AsAsync("CityReception"));
        var asked = await AskAsync("13900000103");
        var page = $"/desk/video/{asked.Id}";
        (string, string)[] hours = [("ProposedDay", "2026-03-06"), ("ProposedFrom", "10:00"), ("ProposedTo", "11:00")];

        var empty = await clerk.PostFormAsync(page, $"{page}/propose", ("ProposedDay", ""), ("ProposedFrom", "十点"), ("ProposedTo", ""));
        var proposed = await clerk.PostFormAsync(page, $"{page}/propose", hours);
        var waits = await DeskHall.PageAsync(clerk, page);
        var unseen = await city.PostForgedAsync("/desk/video", $"{page}/propose", hours);
        var own = new CitizenBrowser(hall.Portal.Browser());
        await own.GetAsync("/visits/find");
        await own.SubmitAsync(("Code", asked.Code));
        await own.SubmitFormToAsync("/visits/mine/accept");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (empty.StatusCode, proposed.StatusCode, unseen.StatusCode));
        Assert.Equal("十点", (await DeskHall.ReadAsync(empty)).QuerySelector("#ProposedFrom")!.GetAttribute("value"));
        Assert.Equal("Offered", waits.QuerySelector("[data-testid=offer]")!.GetAttribute("data-state"));
        Assert.Null(waits.QuerySelector("[data-testid=late]"));
        Assert.Equal("Confirmed", own.Page.QuerySelector("[data-testid=state]")!.GetAttribute("data-state"));
        Assert.NotNull(own.ById("room-follows"));
        var taken = await DeskHall.PageAsync(clerk, page);
        Assert.Equal("Confirmed", taken.QuerySelector("[data-testid=offer]")!.GetAttribute("data-state"));
        Assert.Null(taken.QuerySelector("#ProposedDay"));
        Assert.Equal(1, (await hall.FactsAsync(asked.Id)).Count(kind => kind == "ClockMet"));
    }

    private async Task<Booked> AskAsync(string phone)
    {
        await using var scope = hall.Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BookingService>().RequestAsync(
            new BookingWanted(Guid.NewGuid(), hall.Portal.Given.OfficeId("C9901"), AppointmentForm.Video, "zh-Hans"),
            new BookingAsked
            {
                Booker = new FiledPerson { Name = "周小满", Phone = phone },
                ServicePointId = PointId("SP-QX-T1"),
                Wishes = [new WishedTime(new DateOnly(2026, 3, 5), DayHalf.Morning)],
            },
            Actor.Citizen(), default);
    }

    /// <summary>A video room of a point, opened by the director of its office.</summary>
    private async Task<Guid> RoomAsync(string point)
    {
        var director = await hall.StaffIdAsync(point == "SP-QX-T1" ? "PetitionDirector" : "CityDirector");
        await using var scope = hall.Portal.Services.CreateAsyncScope();
        var actor = (await scope.ServiceProvider.GetRequiredService<ActorSource>().OfAsync(director, default))!;
        await scope.ServiceProvider.GetRequiredService<RoomService>().OpenAsync(PointId(point), new RoomDetails { NameZh = $"视频间{point}", NameEn = point, Kind = RoomKind.Video, Seats = 4 }, Guid.NewGuid(), actor, default);
        return await hall.Portal.QueryAsync(db => db.Rooms.Where(room => room.NameEn == point).Select(room => room.Id).SingleAsync());
    }

    private Guid PointId(string code) => hall.Portal.Given.Offices.ServicePoints.Single(point => point.Code == code).Id;
}
