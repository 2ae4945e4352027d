using System.Text.RegularExpressions;
using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>J2 step 6: a visitor without a telephone gets his letter; printed, posted with its number, delivered, each step seen by the clerk.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class LetterJourneyTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("zh-Hans", 1440)]
    [InlineData("en", 1440)]
    public async Task J2_TheLetter_GoesFromTheDeskToTheHand(string culture, int width)
    {
        PageSettings settings = new(width, culture);
        await using var desk = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        var number = await TakeDownAsync(desk);
        await using (var screening = await fixture.NewPageAsync(settings, "ScreeningOfficer"))
        {
            await AcceptAsync(screening, number);
        }

        var page = desk.Page;
        await desk.OpenAsync("/desk/letters");
        await page.Locator($"main a:has-text('{number}')").First.ClickAsync();
        var sheet = page.Url;
        Assert.Contains("清溪县泊云镇青石坳村8号", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("form[action$='/printed'] button").ClickAsync();
        await page.Locator("form[action$='/posted'] button").ClickAsync();
        Assert.Equal(1, await page.Locator("#PostalNumber-error").CountAsync());
        await page.Locator("#PostalNumber").FillAsync("XA12345678901");
        await page.Locator("form[action$='/posted'] button").ClickAsync();
        await page.Locator("form[action$='/delivered'] button").ClickAsync();
        await page.WaitForURLAsync(sheet);

        Assert.Equal(3, await page.Locator("main ul li:has-text('陈静')").CountAsync());
        Assert.Contains("XA12345678901", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("a[href*='/documents?document=']").ClickAsync();
        Assert.NotEqual("", await page.Locator("#DocumentId").InputValueAsync());
        await page.Locator("#ServiceReceipt button").ClickAsync();
        await page.Locator("main tbody tr:last-child a[href$='/print']").ClickAsync();
        Assert.Equal("送达回证", await page.Locator("h1").InnerTextAsync());
        Assert.Empty(desk.Problems);
    }

    private static async Task<string> TakeDownAsync(WatchedPage desk)
    {
        var page = desk.Page;
        await desk.OpenAsync("/desk");
        await page.Locator("#Name").FillAsync("马德福");
        await page.Locator("#IdNumber").FillAsync("990101195002030013");
        await page.Locator("#Address").FillAsync("清溪县泊云镇青石坳村8号");
        await page.Locator("#Purpose").SelectOptionAsync("Petition");
        await page.Locator("#Category").SelectOptionAsync("Appeal");
        await page.Locator("#NoticeWay").SelectOptionAsync("Post");
        await page.Locator("#Request").FillAsync("请求对2019年的民事判决进行监督。");
        await page.Locator("#Text").FillAsync("判决没有查清事实。");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal) || url.EndsWith("/visits", StringComparison.Ordinal));
        Assert.True(page.Url.Contains("done=", StringComparison.Ordinal), await page.Locator("main").InnerTextAsync());
        return Number().Match(await page.Locator("main").InnerTextAsync()).Value;
    }

    private static async Task AcceptAsync(WatchedPage officer, string number)
    {
        var page = officer.Page;
        await officer.OpenAsync($"/screening/{number}");
        await page.Locator("#NoConflict").CheckAsync();
        await page.Locator("form[action$='/start'] button").ClickAsync();
        foreach (var choice in new[] { "Urgency][value=Normal", "Track][value=LitigationRights", "IsProcuratorateRelated][value=false", "Confidentiality][value=Normal" })
        {
            await page.Locator($"input[name={choice}]").CheckAsync();
        }

        await page.Locator("#SubCategory").SelectOptionAsync("Appeal/A6");
        await page.Locator("form[action$='/classify'] button").ClickAsync();
        await page.Locator("#department").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = await page.Locator("#department option").EvaluateAllAsync<string>("all => all.map(one => one.textContent).find(text => /第二检察部|Second/.test(text))") });
        await page.Locator("form:has(#department) button").ClickAsync();
        await page.Locator("form[action$='/accept'] .form-check:has-text('王磊') input[name=FirstHandlerId]").CheckAsync();
        await page.Locator("#OverrideReason").FillAsync("由第二检察部审查。");
        await page.Locator("form[action$='/accept'] #NoConflict").CheckAsync();
        await page.Locator("form[action$='/accept'] button").ClickAsync();
    }

    [GeneratedRegex("QX-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Number();
}
