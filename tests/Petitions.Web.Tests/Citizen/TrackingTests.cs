using System.Net;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>Following one's own matter (UX-028; journey J1 step 6; security.md B5, B6; seed features 13, 48).</summary>
public sealed class TrackingTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CitizenBrowser browser = new(portal.Browser());
    private readonly CitizenBrowser other = new(portal.Browser());

    [Fact]
    public async Task Track_RightCode_ShowsStateStepDatesAndNoPerson()
    {
        var (number, code) = await browser.FileAsync();

        await OpenAsync(number, code);

        Assert.Equal("/petitions/" + number, other.Path);
        Assert.Equal("已登记", other.ById("state"));
        Assert.NotEmpty(other.ById("next")!);
        Assert.Contains("2026年3月9日", other.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, other.Page.QuerySelectorAll(".pt-timeline li").Length);
        foreach (var secret in new[] { "刘芳", "13800000000", "五个月", "清溪县公安局" })
        {
            Assert.DoesNotContain(secret, other.Page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Track_WrongCodeAndUnknownNumber_AreOneAnswer()
    {
        var (number, _) = await browser.FileAsync();

        await OpenAsync(number, "2222-3333-4444");
        var wrong = (other.Status, string.Join('|', other.Errors));
        await OpenAsync("QX-2222-3333", "2222-3333-4444");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong, (other.Status, string.Join('|', other.Errors)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/add")]
    [InlineData("/withdraw")]
    [InlineData("/resume")]
    [InlineData("/retaliation")]
    [InlineData("/commitment")]
    [InlineData("/filed")]
    public async Task Matter_WithoutCode_AsksForIt(string page)
    {
        var (number, _) = await browser.FileAsync();

        await other.GetAsync($"/petitions/{number}{page}");
        var known = other.Path.Replace(number, "N", StringComparison.Ordinal);
        await other.GetAsync($"/petitions/QX-2222-3333{page}");

        Assert.StartsWith("/petitions/track", other.Path, StringComparison.Ordinal);
        Assert.Equal(known, other.Path.Replace("QX-2222-3333", "N", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Matter_OpenedOne_OpensNoOther()
    {
        var (first, code) = await browser.FileAsync();
        var (second, _) = await browser.FileAsync();
        await OpenAsync(first, code);

        await other.GetAsync("/petitions/" + second);

        Assert.StartsWith("/petitions/track", other.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Text_StandsInTheTimeline()
    {
        var (number, code) = await browser.FileAsync();
        await OpenAsync(number, code);
        await other.GetAsync($"/petitions/{number}/add");

        await other.SubmitAsync(("Text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        await other.SubmitAsync(("Text", "补充：医院收费单据。"));

        Assert.Equal("/petitions/" + number, other.Path);
        Assert.Equal(3, other.Page.QuerySelectorAll(".pt-timeline li").Length);
        Assert.DoesNotContain("收费单据", other.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retaliation_IsReportedBesideTheTimeline_AndItsTextIsShownToNobodyHere()
    {
        var (number, code) = await browser.FileAsync();
        await OpenAsync(number, code);
        await other.GetAsync($"/petitions/{number}/retaliation");

        await other.SubmitAsync(("Text", " "), ("Source", "Outside"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        await other.SubmitAsync(("Text", "有人上门威胁。"), ("Source", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("有人上门威胁。", other.Page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
        await other.SubmitAsync(("Text", "有人上门威胁。"), ("Source", "Unknown"));

        Assert.Equal($"/petitions/{number}/retaliation", other.Path);
        Assert.Contains("等待处置", other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await other.GetAsync($"/petitions/{number}");
        Assert.Equal(2, other.Page.QuerySelectorAll(".pt-timeline li").Length);
        Assert.DoesNotContain("上门威胁", other.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>J1 step 4, seed feature 6: two equal answers, neither chosen beforehand; no answer is "no" and the petition is filed all the same.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("false", null)]
    [InlineData("true", "Signed")]
    public async Task Filing_WithOrWithoutTheCommitment_IsFiledTheSame(string? answer, string? state)
    {
        await browser.ToCheckAsync();
        Assert.Equal(2, browser.Page.QuerySelectorAll("input[name=Commitment]").Length);
        Assert.Empty(browser.Page.QuerySelectorAll("input[name=Commitment][checked]"));
        Assert.Equal([4, 3], browser.Page.QuerySelectorAll(".pt-sides ul").Select(list => list.QuerySelectorAll("li").Length));
        await browser.SubmitAsync(("Declared", "true"), ("Commitment", answer));
        var (number, code) = (browser.ById("number")!, browser.ById("query-code")!);
        await OpenAsync(number, code);
        Assert.Equal("已登记", other.ById("state"));
        // A signed commitment leaves its letter, the offer, the signature and the office's four promises with their days.
        Assert.Equal(2, other.Page.QuerySelectorAll(".pt-timeline li").Length - (state is null ? 0 : 7));
        if (state is not null)
        {
            Assert.Contains("院方承诺：第一次联系信访人，20", other.Page.QuerySelector(".pt-timeline")!.TextContent, StringComparison.Ordinal);
            await other.GetAsync($"/petitions/{number}?culture=en");
            Assert.Contains("Promise of the office: First contact with the petitioner, by ", other.Page.QuerySelector(".pt-timeline")!.TextContent, StringComparison.Ordinal);
            await other.GetAsync($"/petitions/{number}?culture=zh-Hans");
        }

        await other.GetAsync($"/petitions/{number}/commitment");

        var shown = other.Page.QuerySelector("[data-testid=commitment]");
        Assert.Equal(state, shown?.GetAttribute("data-state"));
        if (shown is not null)
        {
            await other.GetAsync(shown.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Equal("双向承诺书", other.Page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task Withdraw_ThenResume_ChangesTheState()
    {
        var (number, code) = await browser.FileAsync();
        await OpenAsync(number, code);

        await other.GetAsync($"/petitions/{number}/withdraw");
        await other.SubmitAsync();
        Assert.Equal("已撤回", other.ById("state"));
        await other.GetAsync($"/petitions/{number}/resume");
        await other.SubmitAsync();

        Assert.Equal("正在审查", other.ById("state"));
    }

    [Fact]
    public async Task Filed_OnlyAfterTheCodeAgain_ShowsOwnWords()
    {
        var (number, code) = await browser.FileAsync();
        await OpenAsync(number, code);
        await other.GetAsync($"/petitions/{number}/filed");
        Assert.DoesNotContain("五个月", other.Page.Body!.TextContent, StringComparison.Ordinal);

        await other.SubmitAsync(("Code", "2222-3333-4444"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        await other.SubmitAsync(("Code", code));

        Assert.Contains("五个月", other.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("刘芳", other.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_QrAndFile_AreForTheOneWhoFiled()
    {
        var client = portal.Browser();
        var filer = new CitizenBrowser(client);
        var (number, code) = await filer.FileAsync();

        var qr = await client.GetAsync("/petitions/receipt/qr.svg");
        var file = await (await client.GetAsync("/petitions/receipt/save")).Content.ReadAsStringAsync();

        Assert.Equal("image/svg+xml", qr.Content.Headers.ContentType?.MediaType);
        Assert.Contains(number, file, StringComparison.Ordinal);
        Assert.Contains(code, file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().GetAsync("/petitions/receipt/qr.svg")).StatusCode);
        await other.GetAsync("/petitions/receipt");
        Assert.Equal("/petitions/track", other.Path);
    }

    [Fact]
    public async Task Leave_Quickly_ClosesTheMatter()
    {
        var (number, code) = await browser.FileAsync();
        await OpenAsync(number, code);

        await other.GetAsync("/leave");
        Assert.DoesNotContain("信访", other.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        await other.GetAsync("/petitions/" + number);

        Assert.StartsWith("/petitions/track", other.Path, StringComparison.Ordinal);
    }

    private async Task OpenAsync(string number, string code)
    {
        await other.GetAsync("/petitions/track?culture=zh-Hans");
        await other.SubmitAsync(("Number", number), ("Code", code));
    }
}
