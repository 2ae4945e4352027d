using System.Text.RegularExpressions;
using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J2 steps 1 and 6 in the browser: a visitor without telephone or mailbox is recorded at the desk; the procedural
/// reply goes to the letters, is printed with its envelope, posted with its number and delivered, and the matter says so.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class PostedReplyTests(BrowserFixture fixture)
{
    private const string Address = "清溪县泊云镇青石坳村8号";
    private const string PostalNumber = "XA12345678901";

    private readonly List<string> faults = [];

    [Theory]
    [InlineData(1440, "zh-Hans")]
    [InlineData(390, "en")]
    public async Task J2_TheProceduralReply_GoesByPost_FromTheDeskToTheDoor(int width, string culture)
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
        Assert.DoesNotContain(clerk.Problems.Concat(handler.Problems), problem => !problem.Contains("status of 422", StringComparison.Ordinal));
    }

    /// <summary>Recorded at the desk without a telephone: letters are the way. The number stands on the receipt.</summary>
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
        await page.Locator("[data-pt-save]").ClickAsync();
        await page.Locator("[data-testid=done], [data-testid=same]").First.WaitForAsync();
        if (await page.GetByTestId("same").CountAsync() > 0)
        {
            await page.Locator("[data-pt-save]").ClickAsync();
        }

        await page.ArrivedAsync(url => url.Contains("done=", StringComparison.Ordinal));
        await desk.OpenAsync((await page.Locator("[data-testid=done] a[href$='/receipt']").GetAttributeAsync("href"))!);
        return (await page.Locator(".paper-code").First.InnerTextAsync()).Trim();
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
