using System.Net;
using Microsoft.EntityFrameworkCore;
using Petitions.Bench;
using Petitions.Domain.Receptions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>What is live in a hall (journey J5): the stream, kiosk, devices, duty board, emergency button, where the time went.</summary>
[Collection(DeskCollection.Name)]
public sealed class HallPageTests(DeskHall hall)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The stream says "changed" and nothing else, to whoever may see the page, and to nobody else.</summary>
    [Fact]
    public async Task Streams_SayThatSomethingChanged_AndNothingElse()
    {
        var clerk = await hall.AsAsync("IntakeClerk");
        var key = await hall.DeviceAsync("SP-QX-HALL", HallDeviceKind.Display);
        using var passer = hall.Portal.Browser();
        await using var queue = await LiveReader.OpenAsync(clerk, "/desk/queue/live");
        await using var screen = await LiveReader.OpenAsync(passer, $"/display/SP-QX-HALL/live?key={key}");

        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("不该流出的名字", ("Purpose", "Later")));
        var link = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode((await hall.VisitAsync(id)).PlaceToken);
        var heard = await Task.WhenAll(queue.NextAsync(Patience), screen.NextAsync(Patience));
        await using var phone = await LiveReader.OpenAsync(passer, $"/visits/{link}/live");
        await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/left");

        Assert.Equal(["changed", "changed", "changed"], [.. heard, await phone.NextAsync(Patience)]);
        Assert.DoesNotContain("不该流出的名字", queue.Text + screen.Text + phone.Text, StringComparison.Ordinal);
        Assert.Equal("no", queue.Header("X-Accel-Buffering"));
        Assert.Equal(HttpStatusCode.NotFound, (await passer.GetAsync("/display/SP-QX-HALL/live")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await passer.GetAsync($"/visits/{link}/live")).StatusCode);
    }

    /// <summary>What <c>bench/run.sh --live</c> reads out of the pages is what they show.</summary>
    [Fact]
    public async Task Pages_ShowACall_AsTheBenchReadsIt()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var colleague = await hall.AsAsync("IntakeClerk");
        using var passer = hall.Portal.Browser();
        var screen = $"/display/SP-QX-HALL?key={await hall.DeviceAsync("SP-QX-HALL", HallDeviceKind.Display)}";
        // A screen shows the latest calls: those of other tests stand still at the hall's first minute.
        hall.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var heard = await hall.RecordAsync(clerk, DeskHall.Visitor("甲", ("Purpose", "Later"), ("ReceiveNow", "true")));
        var waits = await hall.RecordAsync(clerk, DeskHall.Visitor("乙", ("Purpose", "Later")));
        var phone = $"/visits/{Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode((await hall.VisitAsync(waits)).PlaceToken)}?culture=en";

        var (called, queued, ahead) = (LiveSigns.OfScreen(await passer.GetStringAsync(screen)), LiveSigns.OfQueue(await colleague.GetStringAsync("/desk/queue")), LiveSigns.OfPhone(await passer.GetStringAsync(phone)));
        await clerk.PostFormAsync($"/desk/visits/{waits}", $"/desk/visits/{waits}/left");
        await clerk.PostFormAsync($"/desk/visits/{heard}", $"/desk/visits/{heard}/end", ("outcome", "Explained"));

        var number = (await hall.VisitAsync(heard)).Ticket.Number;
        Assert.Contains(number, called);
        Assert.Contains(number, queued);
        Assert.True(Assert.Single(ahead) >= 0);
        Assert.Equal([LiveSigns.Called], LiveSigns.OfPhone(await passer.GetStringAsync(phone)));
    }

    [Fact]
    public async Task Kiosk_GivesASlipWithoutAName_ToItsDeviceOnly()
    {
        using var stranger = hall.Portal.Browser();
        using var kiosk = hall.Portal.Browser();
        var key = await hall.DeviceAsync("SP-QX-HALL", HallDeviceKind.Kiosk);

        var opened = await kiosk.GetAsync($"/kiosk/SP-QX-HALL?key={key}");
        var start = await DeskHall.PageAsync(kiosk, "/kiosk/SP-QX-HALL");
        var taken = await kiosk.PostFormAsync("/kiosk/SP-QX-HALL", "/kiosk/SP-QX-HALL", ("Topic", "B"));
        var wrong = await kiosk.PostFormAsync("/kiosk/SP-QX-HALL", "/kiosk/SP-QX-HALL/booked", ("Code", "2222-3333"));
        var slip = await DeskHall.PageAsync(kiosk, taken.Headers.Location!.ToString());

        Assert.Equal("/kiosk/SP-QX-HALL", opened.Headers.Location!.ToString());
        Assert.Equal(3, start.QuerySelectorAll("button[name=Topic]").Length);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, wrong.StatusCode));
        Assert.Equal("#Code", (await DeskHall.ReadAsync(wrong)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.StartsWith("B", slip.QuerySelector(".slip-number")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", (await stranger.GetAsync(slip.QuerySelector("img.slip-qr")!.GetAttribute("src")!)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/kiosk/SP-QX-HALL")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/kiosk/SP-QX-HALL?key=" + await hall.DeviceAsync("SP-QX-HALL", HallDeviceKind.Display))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await kiosk.GetAsync("/kiosk/SP-QX-T1")).StatusCode);
    }

    [Fact]
    public async Task Device_IsEnded_AndOpensNothingAnyMore()
    {
        var admin = await hall.AsAsync("SystemAdmin");
        var key = await hall.DeviceAsync("SP-QX-T2", HallDeviceKind.Display);
        using var passer = hall.Portal.Browser();
        var page = $"/admin/service-points/{hall.Portal.Given.Offices.ServicePoints.Single(each => each.Code == "SP-QX-T2").Id}/devices";

        var before = await passer.GetAsync($"/display/SP-QX-T2?key={key}");
        var list = await DeskHall.PageAsync(admin, page);
        var nameless = await admin.PostFormAsync(page, page, ("kind", "Kiosk"), ("name", ""));
        var lengthy = await admin.PostFormAsync(page, page, ("kind", "Kiosk"), ("name", new string('长', 500)));
        var issued = await admin.PostFormAsync(page, page, ("kind", "Kiosk"), ("name", "东门自助机"));
        var ended = await admin.PostFormAsync(page, list.QuerySelector("td form")!.GetAttribute("action")!);
        var after = await passer.GetAsync($"/display/SP-QX-T2?key={key}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.StatusCode, after.StatusCode));
        Assert.DoesNotContain(key, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (nameless.StatusCode, ended.StatusCode));
        // What was refused stays in the field; what was issued leaves it, or the next press would issue it again.
        Assert.Equal(500, (await DeskHall.ReadAsync(lengthy)).QuerySelector("#name")!.GetAttribute("value")!.Length);
        Assert.Null((await DeskHall.ReadAsync(issued)).QuerySelector("#name")!.GetAttribute("value"));
    }

    /// <summary>One press leaves the desk page as it is; those on duty see it on every page until one comes.</summary>
    [Fact]
    public async Task Emergency_IsSeenByThoseOnDuty_AndAccepted()
    {
        var clerk = await hall.AsAsync("IntakeClerk");
        var police = await hall.AsAsync("DutyPolice");
        var officer = await hall.AsAsync("CaseOfficer");

        var pressed = await clerk.PostFormAsync("/desk", "/desk/emergency");
        var bar = await DeskHall.PageAsync(police, "/staff/emergency");
        var board = await DeskHall.PageAsync(police, "/board/duty");
        var accepted = await police.PostFormAsync("/board/duty", board.QuerySelector("form[action$='/accept']")!.GetAttribute("action")!);
        var done = await DeskHall.PageAsync(clerk, "/staff/emergency");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (pressed.StatusCode, accepted.StatusCode));
        Assert.NotNull(bar.QuerySelector(".pt-emergency-open form[action$='/accept']"));
        Assert.Contains(DeskHall.NameOf("DutyPolice"), done.QuerySelector("[data-testid=emergency]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await DeskHall.PageAsync(police, "/staff/emergency")).QuerySelectorAll(".pt-emergency-open"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/staff/emergency")).StatusCode);
        Assert.Equal("Alt+Ctrl+E", (await DeskHall.PageAsync(clerk, "/desk")).QuerySelector("form[action$='/desk/emergency'] button")!.GetAttribute("data-pt-key"));
        Assert.NotNull((await DeskHall.PageAsync(police, "/staff")).QuerySelector("#emergency[data-pt-live]"));
    }

    /// <summary>The figures of the duty board open their tickets; nobody's name is among them.</summary>
    [Fact]
    public async Task DutyBoard_ShowsTheHall_AndOpensACounter()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var director = await hall.AsAsync("PetitionDirector");
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("值班台不显示的名字", ("Purpose", "Later"), ("ReceiveNow", "true")));
        var ticket = (await hall.VisitAsync(id)).Ticket.ToString();

        var board = await DeskHall.PageAsync(director, "/board/duty");
        var rows = await DeskHall.PageAsync(director, "/board/duty/SP-QX-HALL?state=InReception");
        var free = rows.QuerySelector("select[name=staffId] option")!.GetAttribute("value")!;
        var opened = await director.PostFormAsync("/board/duty/SP-QX-HALL", "/board/duty/SP-QX-HALL/counters", ("counter", "4"), ("staffId", free));
        var refused = await director.PostFormAsync("/board/duty/SP-QX-HALL", "/board/duty/SP-QX-HALL/counters", ("counter", "4"), ("staffId", Guid.NewGuid().ToString()));

        Assert.NotNull(board.QuerySelector("a[href$='/board/duty/SP-QX-HALL?state=Waiting']"));
        Assert.Contains(ticket, rows.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("值班台不显示的名字", board.DocumentElement.OuterHtml + rows.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (opened.StatusCode, refused.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/board/duty/none")).StatusCode);
        await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/end", ("outcome", "Explained"));
    }

    /// <summary>Over, the place of the ticket leads to its rating: by its visitor alone, once, with what was typed kept when a step is missing.</summary>
    [Theory]
    [InlineData("zh-Hans", "请您评价这次接待")]
    [InlineData("en", "Please rate this visit")]
    public async Task Place_OfAnEndedVisit_IsRatedByItsVisitorOnce(string culture, string title)
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var director = await hall.AsAsync("PetitionDirector");
        using var passer = hall.Portal.Browser();
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("不显示的评价人", ("Purpose", "Later")));
        var (place, ticket) = ($"/visits/{Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode((await hall.VisitAsync(id)).PlaceToken)}", (await hall.VisitAsync(id)).Ticket.ToString());
        var rate = place + "/rate";

        var early = await DeskHall.PageAsync(passer, place);
        var tooEarly = await passer.GetAsync(rate);
        await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/left");
        var over = await DeskHall.PageAsync(passer, place);
        var page = await passer.GetStringAsync($"{rate}?culture={culture}");
        var form = PageForm.Of(page, rate, rate);
        var staff = await clerk.GetAsync(rate);
        var missing = await passer.PostAsync(form.Address, form.Filled(("Attitude", "Satisfied"), ("Comment", "打字打到一半的话")));
        (string, string)[] answers = [("Attitude", "Dissatisfied"), ("Timeliness", "Satisfied"), ("Result", "Satisfied"), ("Comment", "没有人解释。")];
        var done = await passer.PostAsync(form.Address, form.Filled(answers));
        var again = await passer.PostAsync(form.Address, form.Filled(answers));

        Assert.Null(early.QuerySelector("a[href$='/rate']"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (tooEarly.StatusCode, staff.StatusCode));
        Assert.NotNull(over.QuerySelector($"#live a[href='{rate}']"));
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (missing.StatusCode, done.StatusCode, again.StatusCode));
        var kept = await DeskHall.ReadAsync(missing);
        Assert.Equal("打字打到一半的话", kept.QuerySelector("#Comment")!.TextContent.Trim());
        Assert.NotNull(kept.QuerySelector("#Timeliness-error"));
        Assert.Equal(place, done.Headers.Location!.ToString());
        Assert.Null((await DeskHall.PageAsync(passer, place)).QuerySelector("a[href$='/rate']"));
        Assert.Equal(HttpStatusCode.Redirect, (await passer.GetAsync(rate)).StatusCode);
        Assert.Equal(["ReplyRated", "CallbackOpened"], (await hall.FactsAsync(id)).TakeLast(2));

        // The call that is owed stands in the list of calls, by the ticket and without the name.
        var calls = await DeskHall.PageAsync(director, "/call-backs");
        var call = calls.QuerySelectorAll("a[data-testid=visit-call]").Last(each => each.TextContent.Contains(ticket, StringComparison.Ordinal)).GetAttribute("href")!;
        var sheet = await DeskHall.PageAsync(director, call);
        var noted = await director.PostFormAsync(call, call, ("Outcome", "Settled"), ("Note", "已致歉。"));
        Assert.DoesNotContain("不显示的评价人", calls.DocumentElement.OuterHtml + sheet.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("没有人解释。", sheet.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(sheet.QuerySelector("#Reopen, #Trigger"));
        Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/board/visits/ratings?from=2020-01-01&to=2020-01-02")).StatusCode);
        Assert.NotNull((await DeskHall.PageAsync(director, "/board/visits")).QuerySelector("[data-testid=ratings]"));
    }

    /// <summary>A lawyer says for whom, the consent is recorded on the visit, and then further matters can be tied to it.</summary>
    [Fact]
    public async Task Visit_OfALawyer_TiesMattersOnceConsentIsRecorded()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var filed = await hall.RecordAsync(clerk, DeskHall.Visitor("何建国", [("Purpose", "Petition"), .. DeskHall.Matter("门面房被拆除。")]));
        var matter = (await hall.VisitAsync(filed)).Matters.Single().PetitionId;
        var number = await hall.Portal.QueryAsync(db => db.Petitions.Where(p => p.Id == matter).Select(p => p.Number).SingleAsync());
        (string, string)[] lawyer = DeskHall.Visitor("柳青", ("Purpose", "Later"), ("ReceiveNow", "true"), ("IdKind", "LawyerLicence"), ("IdNumber", "19901201310000001"));

        var nobody = await clerk.PostFormAsync("/desk", "/desk/visits", lawyer);
        var id = await hall.RecordAsync(clerk, [.. lawyer, ("ActsFor", "何建国")]);
        var page = $"/desk/visits/{id}";
        await clerk.PostFormAsync(page, page + "/matters", ("number", number));
        var without = (await hall.VisitAsync(id)).Matters.Count;
        await clerk.PostFormAsync(page, page + "/principal", ("actsFor", "何建国"), ("consent", "ConfirmedByPhone"));
        await clerk.PostFormAsync(page, page + "/matters", ("number", number));
        var sheet = await DeskHall.PageAsync(clerk, page);

        Assert.Equal("#ActsFor", (await DeskHall.ReadAsync(nobody)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.Equal((0, matter), (without, (await hall.VisitAsync(id)).Matters.Single().PetitionId));
        Assert.Contains("19901201310000001", sheet.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, sheet.QuerySelectorAll("[data-testid=times] dd").Length);
        await clerk.PostFormAsync(page, page + "/end", ("outcome", "ProgressTold"));
        await clerk.PostFormAsync($"/desk/visits/{filed}", $"/desk/visits/{filed}/left");
    }
}
