using System.Text.RegularExpressions;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J2 whole in the browser: a visitor without telephone or mailbox is recorded at the desk and heard; what he says is
/// typed by keys, read back in 24 pt and signed with the pen; his daughter gets her code; the procedural reply goes to the
/// letters, is printed with its envelope, posted with its number and delivered, and the matter says so.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class PostedReplyTests(BrowserFixture fixture)
{
    private const string Address = "清溪县泊云镇青石坳村8号";
    private const string PostalNumber = "XA12345678901";
    private const string Answer = "二〇一九年的判决没有查清排水沟的位置。";

    private readonly List<string> faults = [];

    [Journey(1)]
    [WholeRunData(1024, "zh-Hans")]
    [InlineData(390, "en")]
    public async Task J2_AnElderlyVisitor_IsHeard_Signs_AndGetsHisReplyByPost(int width, string culture)
    {
        PageSettings settings = new(width, culture);
        var number = await RecordAsync(settings);
        await AcceptAsync(settings, number);
        // Who recorded the visit keeps its letters.
        await using var clerk = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        var page = clerk.Page;
        await OpenAsync(clerk, "/desk/letters");
        var letters = page.Locator("tbody tr").Filter(new() { HasText = number });
        // The receipt of filing and, the newest, the notice of acceptance: it is the procedural reply and meets its limit.
        Assert.Equal(2, await letters.CountAsync());
        await letters.Last.Locator("th a").FollowAsync();
        await JourneyLook.AtAsync(clerk, "j2", faults);
        var sheet = new Uri(page.Url).AbsolutePath;
        Assert.Contains(Address, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // What goes into the envelope, and the envelope: the reply with its number, the address and nothing of the matter.
        await OpenAsync(clerk, sheet + "/print");
        Assert.Contains("依法受理", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await OpenAsync(clerk, sheet + "/envelope");
        Assert.Contains(Address, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);

        await OpenAsync(clerk, sheet);
        await PressAsync(clerk, "form[action$='/printed'] button");
        await PressAsync(clerk, "form[action$='/posted'] button");
        Assert.Equal(1, await page.Locator("#PostalNumber-error").CountAsync());
        await page.Locator("#PostalNumber").FillAsync(PostalNumber);
        await PressAsync(clerk, "form[action$='/posted'] button");
        await OpenAsync(clerk, "/desk/letters?box=Sent");
        Assert.Contains(PostalNumber, await page.Locator("tbody tr").Filter(new() { HasText = number }).InnerTextAsync(), StringComparison.Ordinal);
        await OpenAsync(clerk, sheet);
        await PressAsync(clerk, "form[action$='/delivered'] button");
        var steps = page.Locator("main ul li").Filter(new() { HasText = "陈静" });
        await steps.Nth(2).WaitForAsync();
        Assert.Equal(3, await steps.CountAsync());
        await OpenAsync(clerk, "/desk/letters?box=Sent");
        Assert.Equal(0, await page.Locator("tbody tr").Filter(new() { HasText = number }).CountAsync());

        // The matter says that it was served; b: the matter came by a visit, and its notice reached him without phone or mail.
        await using var handler = await fixture.NewPageAsync(settings, "CaseOfficer");
        await OpenAsync(handler, $"/cases/{number}");
        Assert.Matches(Served(), await handler.Page.Locator(".pt-timeline").InnerTextAsync());
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.Empty(clerk.ProblemsBeside("/posted").Concat(handler.Problems));
    }

    /// <summary>Steps 3 to 5 with the pen: typed by keys alone, kept by itself, read back, signed, corrected in version 2; the daughter's code opens progress only.</summary>
    private async Task HearAsync(WatchedPage desk, string visit, string number)
    {
        var page = desk.Page;
        var keys = page.Keyboard;
        var record = $"/desk/visits/{visit}/transcript";
        await OpenAsync(desk, record);
        await page.Locator("#Rows_0_Text").FocusAsync();
        await keys.TypeAsync("您今天来反映什么问题？");
        // Enter that picks a word in an input method starts no row.
        await page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        Assert.Equal("Rows_0_Text", await page.EvaluateAsync<string>("document.activeElement.id"));
        await keys.PressAsync("Enter");
        await keys.TypeAsync(Answer);
        for (var row = 0; row < 3; row++)
        {
            await keys.PressAsync("Enter");
            await keys.TypeAsync(row % 2 == 0 ? "还有什么要补充？" : "没有了。");
        }

        Assert.Equal(["Question", "Answer", "Question", "Answer", "Question"], await page.Locator("[data-pt-rows] select").EvaluateAllAsync<string[]>("all => all.slice(0, 5).map(one => one.value)"));
        await page.Locator("#RightsTold").CheckAsync();
        await page.Locator("#ExplainedLaw").FillAsync("对生效判决可以依法申请监督。");
        await page.Locator("#Materials_0_Name").FillAsync("民事判决书");
        await page.Locator("#ReadBack").CheckAsync();
        // Kept without a press: the page may be closed now.
        await page.WaitForFunctionAsync("() => document.querySelector('[data-pt-draft]').textContent.length > 0 && Number(document.querySelector('[name=Seen]').value) > 0");
        await page.WaitForFunctionAsync($"async () => (await (await fetch('{record}')).text()).includes('民事判决书')");
        await OpenAsync(desk, record);
        Assert.Equal(Answer, await page.Locator("#Rows_1_Text").InputValueAsync());

        await OpenAsync(desk, record + "/1?read=true");
        Assert.True(await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('[data-testid=statement] p')).fontSize)") >= 32, "What is read together is not in 24 pt.");
        await OpenAsync(desk, record + "/sign");
        await page.Locator("[data-pt-pad] .btn-primary").ClickAsync();
        Assert.True((await page.Locator("[data-pt-pad] [role=status]").InnerTextAsync()).Length > 0, "An empty pad was taken.");
        for (var signer = 0; signer < 2; signer++)
        {
            await DrawAsync(page);
            await PressAsync(desk, "[data-pt-pad] .btn-primary");
        }

        Assert.Equal(1, await page.GetByTestId("all-signed").CountAsync());
        Assert.Equal(2, await page.Locator("svg.drawn").CountAsync());
        await OpenAsync(desk, record + "/1");
        Assert.Contains(Answer, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator("svg.drawn").CountAsync());

        // c: what is changed now is version 2, and the signed one is version 1.
        await OpenAsync(desk, record);
        await page.Locator("#Rows_3_Text").FillAsync("还有一张照片。");
        await page.Locator("#Reason").FillAsync("来访人补充。");
        await PressAsync(desk, "[data-pt-finish]");
        Assert.Matches("第 2 版|[Vv]ersion 2", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("1", await page.GetByTestId("signed").InnerTextAsync(), StringComparison.Ordinal);
        await OpenAsync(desk, $"/desk/visits/{visit}/materials");
        await PressAsync(desk, "form[action$='/materials'] button");
        Assert.Contains("民事判决书", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // d: the daughter's code opens how far it is, not what he said.
        await OpenAsync(desk, $"/desk/visits/{visit}");
        await page.Locator($"details:has(#consent-{number}) summary").First.ClickAsync();
        await page.Locator($"#consent-{number}").CheckAsync();
        await PressAsync(desk, $"form[action$='/codes/{number}'] button");
        var code = (await page.GetByTestId("code").InnerTextAsync()).Trim();
        await using (var daughter = await fixture.NewPageAsync(desk.Settings))
        {
            await OpenAsync(daughter, "/petitions/track");
            await daughter.Page.Locator("#Number").FillAsync(number);
            await daughter.Page.Locator("#Code").FillAsync(code);
            await PressAsync(daughter, "main form[method=post] button.btn-primary");
            Assert.Contains(number, await daughter.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("排水沟", await daughter.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.Empty(daughter.Problems);
        }

        await OpenAsync(desk, $"/desk/visits/{visit}");
        await page.Locator("#outcome").SelectOptionAsync("PetitionRegistered");
        await PressAsync(desk, "form[action$='/end'] button");
    }

    /// <summary>A pen, drawn by the mouse.</summary>
    private static async Task DrawAsync(Microsoft.Playwright.IPage page)
    {
        await page.Locator("canvas").ScrollIntoViewIfNeededAsync();
        var pad = (await page.Locator("canvas").BoundingBoxAsync())!;
        foreach (var stroke in new[] { 0.2f, 0.5f })
        {
            await page.Mouse.MoveAsync(pad.X + (pad.Width * stroke), pad.Y + (pad.Height * 0.3f));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(pad.X + (pad.Width * (stroke + 0.2f)), pad.Y + (pad.Height * 0.7f), new() { Steps = 8 });
            await page.Mouse.MoveAsync(pad.X + (pad.Width * (stroke + 0.1f)), pad.Y + (pad.Height * 0.2f), new() { Steps = 8 });
            await page.Mouse.UpAsync();
        }
    }

    /// <summary>Recorded at the desk without a telephone: letters are the way. The number stands on the receipt. Then he is heard.</summary>
    private async Task<string> RecordAsync(PageSettings settings)
    {
        await using var desk = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        var page = desk.Page;
        await OpenAsync(desk, "/desk");
        await page.Locator("#Name").FillAsync("马德福");
        await page.Locator("#Address").FillAsync(Address);
        await page.Locator("#Purpose").SelectOptionAsync("Petition");
        await page.Locator("#Category").SelectOptionAsync("Appeal");
        await page.Locator("#SubCategory").SelectOptionAsync("A6");
        await page.Locator("#Request").FillAsync("请求对二〇一九年的民事判决进行监督。");
        await page.Locator("#Text").FillAsync($"判决没有查清排水沟的位置（{settings.Culture}）。");
        await page.Locator("#NoticeWay").SelectOptionAsync("Post");
        await page.Locator("#ReceiveNow").CheckAsync();
        await page.Locator("[data-pt-save]").ClickAsync();
        await page.Locator("[data-testid=done], [data-testid=same]").First.WaitForAsync();
        if (await page.GetByTestId("same").CountAsync() > 0)
        {
            await page.Locator("[data-pt-save]").ClickAsync();
        }

        await page.ArrivedAsync(url => url.Contains("done=", StringComparison.Ordinal));
        var visit = page.Url.Split("done=")[1];
        // 5: the receipt he takes home is in 18 pt.
        await desk.OpenAsync((await page.Locator("[data-testid=done] a[href$='/receipt?large=true']").GetAttributeAsync("href"))!);
        Assert.True(await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('main p, main dt, main dd, main li')].map(e => parseFloat(getComputedStyle(e).fontSize)))") >= 24, "The large receipt has letters below 18 pt.");
        var number = (await page.Locator(".paper-code").First.InnerTextAsync()).Trim();
        await HearAsync(desk, visit, number);
        // Kept and signed without a refusal; only the hint of a likely repeat is a 422.
        Assert.Empty(desk.ProblemsBeside("/desk/visits:"));
        return number;
    }

    private async Task AcceptAsync(PageSettings settings, string number)
    {
        await using var officer = await fixture.NewPageAsync(settings, "ScreeningOfficer");
        var page = officer.Page;
        await OpenAsync(officer, $"/screening/{number}");
        await page.Locator("#NoConflict").CheckAsync();
        await PressAsync(officer, "form[action$='/start'] button");
        await page.Locator("input[name=Urgency][value=Normal]").CheckAsync();
        await page.Locator("input[name=Track][value=LitigationRights]").CheckAsync();
        await page.Locator("input[name=IsProcuratorateRelated][value=false]").CheckAsync();
        await page.Locator("input[name=Confidentiality][value=Normal]").CheckAsync();
        await PressAsync(officer, "form[action$='/classify'] button");
        var units = await page.Locator("#department option").EvaluateAllAsync<string[]>("all => all.map(one => one.value + '|' + one.textContent)");
        await page.Locator("#department").SelectOptionAsync(units.Single(one => SecondDepartment().IsMatch(one)).Split('|')[0]);
        await PressAsync(officer, "form:has(#department) button");
        await page.Locator("form[action$='/accept'] .form-check:has-text('王磊') input[name=FirstHandlerId]").CheckAsync();
        await page.Locator("#OverrideReason").FillAsync("由第二检察部审查。");
        await page.Locator("form[action$='/accept'] #NoConflict").CheckAsync();
        await PressAsync(officer, "form[action$='/accept'] button");
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await JourneyLook.AtAsync(watched, "j2", faults);
    }

    private async Task PressAsync(WatchedPage watched, string what)
    {
        await watched.Page.Locator(what).First.FollowAsync();
        await JourneyLook.AtAsync(watched, "j2", faults);
    }

    [GeneratedRegex("第二检察部|Second|No\\. ?2|II")]
    private static partial Regex SecondDepartment();

    [GeneratedRegex("文书送达|Document served")]
    private static partial Regex Served();
}
