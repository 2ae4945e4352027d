using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Tests.Files;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>Bags of letters without script: opened, scanned, decided, closed (journey J3); the board's side of them.</summary>
[Collection(DeskCollection.Name)]
public sealed class BagPageTests(DeskHall hall)
{
    [Fact]
    public async Task Bag_TakesItsScansAtOnce_RefusesTheBadOne_AndClosesOnlyWhenEveryRowIsDecided()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var bag = await OpenAsync(clerk);

        var partly = await SendAsync(clerk, bag, bag, ("a.png", Corpus.Png(50, 20)), ("b.png", Corpus.Png(51, 20)), ("c.exe", Corpus.Text("MZ")));
        var refused = await DeskHall.ReadAsync(partly);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, partly.StatusCode);
        Assert.Contains("c.exe", refused.QuerySelector("#Files-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, refused.QuerySelectorAll("main tbody tr").Length);

        var early = await clerk.PostFormAsync(bag, bag + "/close");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.NotNull((await DeskHall.ReadAsync(early)).QuerySelector("#error-summary"));

        var next = await clerk.GetAsync(bag + "/next");
        var letter = next.Headers.Location!.ToString();
        var page = await DeskHall.PageAsync(clerk, letter);
        var picture = page.QuerySelector(".pt-letter-scan img")!.GetAttribute("src")!;
        using var scan = await clerk.GetAsync(picture);
        Assert.Equal(("image/png", "attachment"), (scan.Content.Headers.ContentType!.MediaType, scan.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(7, page.QuerySelectorAll("main .nav-tabs a").Length);

        var noAttempt = await clerk.PostFormAsync(letter + "?as=Unanswerable", letter, Nameless());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Note"), (noAttempt.StatusCode, (await DeskHall.ReadAsync(noAttempt)).QuerySelector("#error-summary a")!.GetAttribute("href")));
        var done = await clerk.PostFormAsync(letter + "?as=Unanswerable", letter, [.. Nameless(), ("Note", "信封上没有地址。")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var other = done.Headers.Location!.ToString();
        Assert.StartsWith("/desk/post/letters/", other, StringComparison.Ordinal);
        await clerk.PostFormAsync(other, other + "/details", ("postmarkOn", "2026-03-01"), ("sender", "蓝天明"));
        Assert.Equal("蓝天明", ((IHtmlInputElement)(await DeskHall.PageAsync(clerk, other + "?as=NewPetition")).GetElementById("Name")!).Value);
        var last = await clerk.PostFormAsync(other + "?as=Praise", other, ("Note", "感谢大厅的同志。"));

        Assert.Equal(bag, last.Headers.Location!.ToString());
        var closed = await clerk.PostFormAsync(bag, bag + "/close");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(["LetterBatchReceived", "LetterBatchClosed"], await hall.FactsAsync(Guid.Parse(bag.Split('/')[^1])));
        Assert.Contains("感谢大厅的同志。", (await DeskHall.PageAsync(clerk, "/desk/post/praise")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var late = await clerk.PostForgedAsync(other, letter, Nameless());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    /// <summary>Most scanners make a PDF: its pages stand beside the form as pictures, the file stays a download.</summary>
    [Fact]
    public async Task PdfScan_ShowsItsPagesBesideTheForm_AndKeepsItsLink()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var bag = await OpenAsync(clerk);
        await SendAsync(clerk, bag, bag, ("scan.pdf", Corpus.PdfPages(2)));
        var letter = (await clerk.GetAsync(bag + "/next")).Headers.Location!.ToString();

        var scan = (await DeskHall.PageAsync(clerk, letter)).QuerySelector(".pt-letter-scan")!;
        var pictures = scan.QuerySelectorAll("img").Select(image => image.GetAttribute("src")!).ToList();
        Assert.Equal(2, pictures.Count);
        using var page = await clerk.GetAsync(pictures[1]);
        Assert.Equal(("image/png", "default-src 'none'; sandbox"), (page.Content.Headers.ContentType!.MediaType, page.Headers.GetValues("Content-Security-Policy").Single()));
        var file = scan.QuerySelector("figcaption a")!.GetAttribute("href")!;
        Assert.Equal("application/pdf", (await clerk.GetAsync(file)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(file + "/pages/3")).StatusCode);

        // Registered, the handler's page of files shows them as well.
        var done = await clerk.PostFormAsync(letter + "?as=Unanswerable", letter, [.. Nameless(), ("Note", "信封上没有地址。")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var id = Guid.Parse(letter.Split('/')[^1]);
        var number = await hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => db.OpenedLetters.Any(row => row.Id == id && row.PetitionId == p.Id)).Select(p => p.Number).SingleAsync());
        var officer = await hall.AsAsync("ScreeningOfficer");
        var shown = (await DeskHall.PageAsync(officer, $"/cases/{number}/files")).QuerySelectorAll("main a").Single(link => link.GetAttribute("href")!.EndsWith("/pages", StringComparison.Ordinal)).GetAttribute("href")!;
        var leaves = (await DeskHall.PageAsync(officer, shown)).QuerySelectorAll("main img");
        Assert.Equal(2, leaves.Length);
        Assert.Equal("image/png", (await officer.GetAsync(leaves[0].GetAttribute("src"))).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{number}/files/{Guid.NewGuid()}/pages")).StatusCode);
    }

    [Fact]
    public async Task Letter_LikeARunningMatter_IsLinkedToIt_WithItsOwnNumber()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var bag = await OpenAsync(clerk);
        await SendAsync(clerk, bag, bag, ("a.png", Corpus.Png(60, 20)), ("b.png", Corpus.Png(61, 20)));
        var first = (await clerk.GetAsync(bag + "/next")).Headers.Location!.ToString();
        (string, string)[] fields = [("PostmarkOn", "2026-03-01"), ("Name", "谭秋菊"), ("Address", "杨梅冲村3号"), ("Category", "Complaint"), ("SubCategory", "B5"), ("Request", "请求监督公安机关对我家被盗一案立案。"), ("Text", "家里被盗，报案半年没有答复。"), ("NoticeWay", "PlainEnvelope")];
        var one = await clerk.PostFormAsync(first, first, fields);
        var second = one.Headers.Location!.ToString();

        var asked = await clerk.PostFormAsync(second, second, fields);
        var hint = await DeskHall.ReadAsync(asked);
        var number = hint.QuerySelectorAll("[data-testid=same] input[type=radio]").Select(radio => radio.GetAttribute("value")!).Single(value => value != "new");
        var linked = await clerk.PostShownAsync(asked, second, second, [.. fields, ("Same", number), ("SameReason", "同一封信寄了两次。")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, bag), (linked.StatusCode, linked.Headers.Location!.ToString()));
        var id = Guid.Parse(second.Split('/')[^1]);
        var row = await hall.Portal.QueryAsync(db => db.OpenedLetters.SingleAsync(each => each.Id == id));
        var link = await hall.Portal.QueryAsync(db => db.PetitionLinks.SingleAsync(each => each.PetitionId == row.PetitionId));
        Assert.Equal((LetterDispositions.LinkedAsRepeat, PetitionLinkKind.Repeat, "同一封信寄了两次。"), (row.Disposition, link.Kind, link.Reason));
    }

    [Fact]
    public async Task Alarm_IsOnTheBoard_AndClosesOnlyWithWhoAndWhen()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var director = await hall.AsAsync("PetitionDirector");
        var bag = await OpenAsync(clerk);
        await SendAsync(clerk, bag, bag, ("r.png", Corpus.Png(62, 20)));
        var letter = (await clerk.GetAsync(bag + "/next")).Headers.Location!.ToString();
        var before = await OpenRisksAsync(director);

        var raised = await clerk.PostFormAsync(letter + "?as=RiskRaised", letter, ("Note", "信中说不想活了。"), ("Name", "黄新"), ("Address", "榆林街2号"), ("Category", "RequestForDecision"), ("Request", "请求答复。"), ("Text", "详见来信。"), ("NoticeWay", "Post"));
        Assert.Equal(letter, raised.Headers.Location!.ToString());
        var shown = await DeskHall.PageAsync(clerk, letter);
        Assert.Contains(DeskHall.NameOf("PetitionDirector"), shown.QuerySelector("[data-testid=contacts]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await OpenRisksAsync(director));

        var number = shown.QuerySelector("[data-testid=number]")!.TextContent;
        var id = await hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => p.Number == number).Select(p => p.Id).SingleAsync());
        var close = $"/board/alerts/risk/{id}";
        var nobody = await director.PostFormAsync("/board/alerts", close, ("note", "已处置。"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#called"), (nobody.StatusCode, (await DeskHall.ReadAsync(nobody)).QuerySelector("#error-summary a")!.GetAttribute("href")));
        var never = await director.PostFormAsync("/board/alerts", close, ("called", "沈清"), ("note", "已处置。"));
        Assert.Equal("#calledAt", (await DeskHall.ReadAsync(never)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        var closed = await director.PostFormAsync("/board/alerts", close, ("called", "沈清"), ("calledAt", "2026-03-02T08:20"), ("note", "已上门。"));

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(before, await OpenRisksAsync(director));
        var facts = await hall.FactsAsync(id);
        Assert.Contains("UrgentRiskRaised", facts);
        Assert.Contains("UrgentRiskClosed", facts);
        Assert.Contains(DeskHall.NameOf("ReceptionOfficer"), (await DeskHall.PageAsync(director, "/board/post")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bag_OfOthers_IsNotThere()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var bag = await OpenAsync(clerk);
        await SendAsync(clerk, bag, bag, ("x.png", Corpus.Png(63, 20)));
        var letter = (await clerk.GetAsync(bag + "/next")).Headers.Location!.ToString();
        var other = await hall.AsAsync("IntakeClerk");

        foreach (var address in new[] { bag, bag + "/next", letter, $"/desk/post/{Guid.NewGuid()}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForgedAsync("/desk/post", bag + "/close")).StatusCode);
    }

    [Fact]
    public async Task Bag_HandedOver_OpensForTheThirdPerson()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var bag = await OpenAsync(clerk);
        var third = await hall.AsAsync("IntakeClerk");
        var page = bag + "/hand-over";
        var taker = (await DeskHall.PageAsync(clerk, page)).QuerySelectorAll("#To option").Single(option => option.TextContent.Trim() == DeskHall.NameOf("IntakeClerk")).GetAttribute("value")!;

        var unsaid = await clerk.PostFormAsync(page, page, ("To", taker), ("Reason", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Reason"), (unsaid.StatusCode, (await DeskHall.ReadAsync(unsaid)).QuerySelector("#error-summary a")!.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await third.GetAsync(page)).StatusCode);
        var done = await clerk.PostFormAsync(page, page, ("To", taker), ("Reason", "外出学习"));

        Assert.Equal((HttpStatusCode.Redirect, bag), (done.StatusCode, done.Headers.Location!.ToString()));
        Assert.Contains("外出学习", (await DeskHall.PageAsync(third, bag)).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    private static (string, string)[] Nameless() => [("Category", "Report"), ("Request", "反映林地承包。"), ("Text", "详见来信。"), ("NoticeWay", "Portal")];

    /// <summary>A slip of the keys is told beside the field: clocks counted from such a year would leave the calendar.</summary>
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0206-03-02")]
    [InlineData("2026-02-30")]
    public async Task Bag_OfADayNobodyMeans_IsAskedForAgain(string typed)
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");

        var refused = await clerk.PostFormAsync("/desk/post", "/desk/post/bags", ("SubmissionKey", Guid.NewGuid().ToString("N")), ("ReceivedOn", typed), ("Place", "信访收发室"));

        var page = await DeskHall.ReadAsync(refused);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(page.QuerySelector("#ReceivedOn-error"));
        Assert.Equal((typed, "信访收发室"), (page.QuerySelector("#ReceivedOn")!.GetAttribute("value"), page.QuerySelector("#Place")!.GetAttribute("value")));
    }

    private static async Task<string> OpenAsync(HttpClient clerk)
    {
        var opened = await clerk.PostFormAsync("/desk/post", "/desk/post/bags", ("SubmissionKey", Guid.NewGuid().ToString("N")), ("ReceivedOn", "2026-03-02"), ("Place", "信访收发室"));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        return opened.Headers.Location!.ToString();
    }

    internal static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string action, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await client.FormTokenAsync(page, action)), PageForm.TokenName }, { new StringContent("add"), "Do" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new(Path.GetExtension(name) switch { ".exe" => "application/octet-stream", ".pdf" => "application/pdf", _ => "image/png" });
            form.Add(part, "Files", name);
        }

        return await client.PostAsync(action, form);
    }

    private static async Task<int> OpenRisksAsync(HttpClient director)
    {
        var banner = (await DeskHall.PageAsync(director, "/board/risks")).QuerySelector("[data-testid=risks]");
        return banner is null ? 0 : int.Parse(new string([.. banner.TextContent.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
