using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Receptions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>A visit from its start to its outcome, its transcript, the day and the calling screen (journeys J2, J5; seed feature 23).</summary>
[Collection(DeskCollection.Name)]
public sealed class VisitPageTests(DeskHall hall)
{
    [Fact]
    public async Task Visit_DoesNotEndWithoutAnOutcome_AndAPetitionIsTakenDownDuringIt()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("郑海生", ("Purpose", "Later"), ("ReceiveNow", "true")));
        var page = $"/desk/visits/{id}";
        var key = Guid.NewGuid();

        var none = await clerk.PostFormAsync(page, page + "/end", ("outcome", ""));
        var untrue = await clerk.PostFormAsync(page, page + "/end", ("outcome", "PetitionRegistered"));
        var wrong = await clerk.PostFormAsync(page, page + "/petition", [("SubmissionKey", key.ToString("N")), .. DeskHall.Matter("").Where(field => field.Name != "Text"), ("Text", "")]);
        var filed = await clerk.PostFormAsync(page, page + "/petition", [("SubmissionKey", key.ToString("N")), .. DeskHall.Matter("误工费没有得到支持。")]);
        var ended = await clerk.PostFormAsync(page, page + "/end", ("outcome", "PetitionRegistered"));

        Assert.All([none, untrue, wrong], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal("请求对民事判决进行监督。", (await DeskHall.ReadAsync(wrong)).GetElementById("Request")!.TextContent.Trim());
        Assert.Equal($"/desk/receipts/{key}", filed.Headers.Location!.ToString());
        Assert.Equal("/desk", ended.Headers.Location!.ToString());
        var visit = await hall.VisitAsync(id);
        Assert.Equal((ReceptionState.Ended, ReceptionOutcome.PetitionRegistered, ReceptionMatterKind.Filed), (visit.State, visit.Outcome, visit.Matters.Single().Kind));
        Assert.Contains("ReceptionEnded", await hall.FactsAsync(id));
        Assert.DoesNotContain("郑海生", (await DeskHall.PageAsync(clerk, page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visit_OfAColleague_ShowsNoTranscript_AndAnUnknownOneIsNotThere()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var colleague = await hall.AsAsync("IntakeClerk");
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("田玉梅", ("Purpose", "Later")));

        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync($"/desk/visits/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/desk/visits/{id}/transcript")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/desk/visits/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostForgedAsync("/desk", $"/desk/visits/{id}/start")).StatusCode);
    }

    /// <summary>The register of a day at a point of its own; it closes only when every visit has its outcome (seed feature 23).</summary>
    [Fact]
    public async Task Day_ListsItsVisits_AndClosesWhenAllHaveAnOutcome()
    {
        using var clerk = await hall.Portal.SignedInAsync("ReceptionOfficer");
        await clerk.PostFormAsync("/desk", "/desk/place", ("point", "SP-QX-T1"), ("counter", "1"));
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("汪水根", ("Purpose", "Enquiry"), ("Topic", "怎样申请救助")));
        var ticket = (await hall.VisitAsync(id)).Ticket.ToString();

        var open = await DeskHall.PageAsync(clerk, "/desk/day");
        var refused = await clerk.PostFormAsync("/desk/day", "/desk/day/close", ("day", "2026-03-02"));
        // He waited and went; his sheet offers to say so.
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/left")).StatusCode);
        var closed = await clerk.PostFormAsync("/desk/day", "/desk/day/close", ("day", "2026-03-02"));
        var late = await clerk.PostFormAsync("/desk", "/desk/visits", DeskHall.Visitor("来晚的人", ("Purpose", "Later")));

        Assert.Equal(ticket, open.QuerySelector("tbody th a")!.TextContent);
        Assert.Contains("怎样申请救助", open.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, closed.StatusCode));
        Assert.NotNull((await DeskHall.ReadAsync(refused)).QuerySelector("#error-summary"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var point = hall.Portal.Given.Offices.ServicePoints.Single(p => p.Code == "SP-QX-T1").Id;
        var sheet = await hall.Portal.QueryAsync(db => db.DaySheets.SingleAsync(s => s.ServicePointId == point));
        Assert.Equal(["DaySheetClosed"], await hall.FactsAsync(sheet.Id));
        Assert.Null((await DeskHall.PageAsync(clerk, "/desk/day")).QuerySelector("form[action$='/desk/day/close']"));
    }

    /// <summary>Statistics and register of a point (issue 4 item 7): a number opens as many rows as it says, the register is masked, and its export begins there.</summary>
    [Fact]
    public async Task Statistics_NumbersOpenTheirRows_AndTheRegisterIsMaskedAndExported()
    {
        using var clerk = await hall.Portal.SignedInAsync("ReceptionOfficer");
        await clerk.PostFormAsync("/desk", "/desk/place", ("point", "SP-QX-C2"), ("counter", "1"));
        var id = await hall.RecordAsync(clerk, [.. DeskHall.Visitor("韦春兰", ("Purpose", "Enquiry"), ("Topic", "怎样申请救助")).Where(field => field.Name != "GroupSize"), ("GroupSize", "6")]);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/left")).StatusCode);
        var ticket = (await hall.VisitAsync(id)).Ticket.ToString();
        var director = await hall.AsAsync("PetitionDirector");
        var point = hall.Portal.Given.Offices.ServicePoints.Single(each => each.Code == "SP-QX-C2");
        var scope = $"?from=2026-03-02&to=2026-03-02&point={point.Id}";

        var page = await DeskHall.PageAsync(director, "/board/visits" + scope);
        var cells = page.QuerySelectorAll("[data-testid=Groups] td");
        var rows = await DeskHall.PageAsync(director, cells[0].QuerySelector("a")!.GetAttribute("href")!);
        var charted = await DeskHall.PageAsync(director, page.QuerySelector("figure.pt-chart details td a")!.GetAttribute("href")!);
        var ledger = await DeskHall.PageAsync(director, "/desk/ledger" + scope);
        var printed = await DeskHall.PageAsync(clerk, "/desk/ledger/print" + scope);
        var form = await DeskHall.PageAsync(director, ledger.QuerySelector("a[href^='/exports/new']")!.GetAttribute("href")!);
        (string, string)[] asked = [("Visits", "true"), ("Office", point.OfficeId.ToString()), ("Format", "Csv"), ("Reason", "季度分析")];
        var undated = await director.PostFormAsync("/exports/new?visits=true", "/exports", asked);
        var export = await director.PostFormAsync("/exports/new?visits=true", "/exports", [.. asked, ("From", "2026-03-02"), ("To", "2026-03-02")]);

        Assert.Equal(["1", "6"], cells.Take(2).Select(cell => cell.TextContent.Trim()));
        Assert.All([rows, charted], list => Assert.Equal(ticket, Assert.Single(list.QuerySelectorAll("main tbody tr")).QuerySelector("td")!.TextContent.Trim()));
        Assert.All([ledger, printed], list => Assert.Contains("韦*", Assert.Single(list.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal));
        Assert.All([page, rows, ledger, printed], list => Assert.DoesNotContain("韦春兰", list.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Equal(("true", "2026-03-02"), (form.QuerySelector("input[name=Visits]")!.GetAttribute("value"), form.QuerySelector("input[name=From]")!.GetAttribute("value")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (undated.StatusCode, export.StatusCode));
        Assert.Contains("2026", (await DeskHall.PageAsync(director, export.Headers.Location!.ToString())).QuerySelector("dl.pt-facts dd")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A calling screen tells numbers and no names, and opens by its key only.</summary>
    [Fact]
    public async Task Display_ShowsTheCalledTicket_AndNoName()
    {
        var clerk = await hall.AsAsync("IntakeClerk");
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("不该出现的名字", ("Purpose", "Later"), ("ReceiveNow", "true")));
        var ticket = (await hall.VisitAsync(id)).Ticket.ToString();
        var key = await hall.DeviceAsync("SP-QX-HALL", HallDeviceKind.Display);
        using var passer = hall.Portal.Browser();

        var screen = await DeskHall.PageAsync(passer, $"/display/SP-QX-HALL?key={key}");

        Assert.Contains(ticket, screen.QuerySelector("#live")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("不该出现的名字", screen.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await passer.GetAsync("/display/SP-QX-HALL")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await passer.GetAsync($"/display/SP-QX-T2?key={key}")).StatusCode);
        await EndAsync(clerk, id);
    }

    /// <summary>A slip entered later has its true time and a reason; the place in the queue follows the true time (journey J5 step 5).</summary>
    [Fact]
    public async Task Visit_EnteredLater_KeepsItsTrueTime_WithAReason()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        (string, string)[] form = DeskHall.Visitor("补录的人", ("Purpose", "Later"), ("ArrivedAt", "08:05"));

        var without = await clerk.PostFormAsync("/desk", "/desk/visits", form);
        var tomorrow = await clerk.PostFormAsync("/desk", "/desk/visits", [.. form.Where(field => field.Item1 != "ArrivedAt"), ("ArrivedAt", "23:59"), ("LateReason", "断网")]);
        var id = await hall.RecordAsync(clerk, [.. form, ("LateReason", "断网时写的纸条")]);

        Assert.Equal("#LateReason", (await DeskHall.ReadAsync(without)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.Equal("#ArrivedAt", (await DeskHall.ReadAsync(tomorrow)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        var visit = await hall.VisitAsync(id);
        var entry = await hall.Portal.QueryAsync(db => db.ReceptionEntries.SingleAsync(each => each.ReceptionId == id));
        Assert.Equal((new DateTime(2026, 3, 2, 0, 5, 0, DateTimeKind.Utc), "断网时写的纸条", true), (visit.ArrivedAt, entry.Reason, entry.EnteredAt > visit.ArrivedAt));
        Assert.Equal(visit.ArrivedAt, visit.QueueAt);
        Assert.Contains("断网时写的纸条", (await DeskHall.PageAsync(clerk, $"/desk/visits/{id}")).QuerySelector("[data-testid=late]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The network was down: numbered slips printed ahead, each entered once with its true time, a skipped number shown (journey J5 step 5).</summary>
    [Fact]
    public async Task PaperSlips_ArePrintedWithRunningNumbers_AndEnteredOnceEach()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var handler = await hall.AsAsync("CaseOfficer");
        var first = (await clerk.PostFormAsync("/desk/paper-slips", "/desk/paper-slips")).Headers.Location!.ToString();
        var second = (await clerk.PostFormAsync("/desk/paper-slips", "/desk/paper-slips")).Headers.Location!.ToString();
        List<int> Numbers(AngleSharp.Dom.IDocument pad) => [.. pad.QuerySelectorAll(".pad-visitor .pad-number").Select(number => int.Parse(number.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
        var printed = Numbers(await DeskHall.PageAsync(clerk, first));
        var more = Numbers(await DeskHall.PageAsync(clerk, second));

        Assert.Equal(PaperSlipPad.Size, printed.Count);
        Assert.Equal(printed[^1] + 1, more[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/desk/paper-slips/{Guid.NewGuid()}")).StatusCode);

        (string, string)[] Slip(int number, string time) => DeskHall.Visitor("断网时来的人", ("Purpose", "Later"), ("ArrivedAt", time), ("LateReason", "断网"), ("PaperSlip", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var id = await hall.RecordAsync(clerk, Slip(printed[1], "08:06"));
        foreach (var (number, time, field) in new[] { (printed[1], "08:07", "#PaperSlip"), (9_999_999, "08:07", "#PaperSlip"), (printed[2], "", "#ArrivedAt") })
        {
            var refused = await clerk.PostFormAsync("/desk", "/desk/visits", Slip(number, time));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal(field, (await DeskHall.ReadAsync(refused)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        }

        var entry = await hall.Portal.QueryAsync(db => db.ReceptionEntries.SingleAsync(each => each.ReceptionId == id));
        Assert.Equal((printed[1], true), (entry.PaperSlip!.Value, (await hall.VisitAsync(id)).ArrivedAt < entry.EnteredAt));
        var list = await DeskHall.PageAsync(clerk, "/desk/paper-slips");
        Assert.Contains(printed[0].ToString(System.Globalization.CultureInfo.InvariantCulture), list.QuerySelector("[data-testid=skipped]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A report heard by two: the second one has it in his list, opens it, and may keep the signed page with its files.</summary>
    [Fact]
    public async Task Report_HeardByTwo_IsInTheSecondOnesList_AndTakesTheSignedPage()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var second = await hall.AsAsync("IntakeClerk");
        var secondId = await hall.StaffIdAsync("IntakeClerk");
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("举报的人", [("Purpose", "Petition"), ("ReceiveNow", "true"), ("SecondReceiverId", secondId.ToString()),
            .. DeskHall.Matter("反映有人倾倒废渣。").Where(field => field.Name is not ("Category" or "SubCategory")), ("Category", "Report"), ("SubCategory", "C2")]));
        var page = $"/desk/visits/{id}/transcript";
        await clerk.PostFormAsync(page, page, ("Place", "接待室"), ("Rows[0].Speaker", "Answer"), ("Rows[0].Text", "河滩上堆放废渣。"), ("RightsTold", "true"), ("ReadBack", "true"));
        var early = await UploadAsync(second, id, await second.FormTokenAsync(page, page));
        await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Way", "ThumbPrint"));

        var kept = await UploadAsync(second, id, await second.FormTokenAsync(page + "/sign", page + "/1/page"));

        var matter = (await hall.VisitAsync(id)).Matters.Single().PetitionId;
        Assert.Contains((await hall.VisitAsync(id)).Ticket.ToString(), (await DeskHall.PageAsync(second, "/desk")).QuerySelector("[data-testid=second]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("-", (await DeskHall.PageAsync(second, $"/desk/visits/{id}")).QuerySelector(".pt-columns p .pt-num")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (early.StatusCode, kept.StatusCode));
        var file = await hall.Portal.QueryAsync(db => db.Attachments.AsNoTracking().SingleAsync(a => a.PetitionId == matter));
        Assert.Equal(("WalkIn", secondId, false), (file.Channel, file.AddedBy!.Value, file.Filed));
        Assert.Contains("AttachmentAdded", await hall.FactsAsync(matter));
        await EndAsync(clerk, id);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, Guid id, string token)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), PageForm.TokenName }, { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("笔录第一页")), "Files", "签名页.txt" } };
        return await client.PostAsync($"/desk/visits/{id}/transcript/1/page", form);
    }

    private static async Task EndAsync(HttpClient client, Guid id) =>
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/end", ("outcome", "Explained"))).StatusCode);
}
