using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J8 on the demo's two joint visits: what is missing is named and mended, the petitioner is told, the guest comes by
/// his link on a phone, the owner of a late measure by his own. The sitting itself is played without script in the web tests.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class JointVisitTests(BrowserFixture fixture)
{
    [Fact]
    public async Task J8_PreparedCalledAndLateMeasureEnded_EveryPageLookedAt()
    {
        List<string> faults = [];
        await using var watched = await fixture.NewPageAsync(new PageSettings(1440, "zh-Hans"), "PetitionDirector");
        await using var guest = await fixture.NewPageAsync(390, "en");
        await using var other = await fixture.NewPageAsync(390);
        var page = watched.Page;

        // 3: the refused call lists the empty seat and that nobody told the petitioner.
        await watched.OpenAsync("/joint");
        await page.Locator("main tbody tr").First.Locator("th a").FollowAsync();
        var sheet = new Uri(page.Url).AbsolutePath;
        Assert.Equal(2, await page.GetByTestId("missing").Locator("li").CountAsync());
        await page.GetByTestId("missing").Locator("a").FollowAsync();
        await page.Locator("#PersonName").FillAsync("罗敏");
        await JourneyLook.AtAsync(watched, "joint", faults);
        await page.Locator("main form .pt-actions button").FollowAsync();
        await page.Locator($"form[action='{sheet}/tell'] button").FollowAsync();
        await page.Locator($"form[action='{sheet}/call'] button").FollowAsync();
        await JourneyLook.AtAsync(watched, "joint", faults);
        Assert.Equal(0, await page.GetByTestId("missing").CountAsync());

        // 2: a link opens once, in one browser.
        await page.Locator($"form[action$='/invite'] button").First.FollowAsync();
        var link = new Uri(await page.GetByTestId("link").InnerTextAsync()).AbsolutePath;
        await guest.OpenAsync(link);
        await JourneyLook.AtAsync(guest, "joint", faults);
        await guest.Page.Locator("main form button[type=submit]").FollowAsync();
        await JourneyLook.AtAsync(guest, "joint", faults);
        await guest.Page.Locator("#person").FillAsync("段志强");
        await guest.Page.Locator("form[action$='/joint/session'] button").FollowAsync();
        Assert.Equal("/joint/session", new Uri(guest.Page.Url).AbsolutePath);
        await other.OpenAsync(link, 404);

        // 6: the late measure of the other joint visit, by its owner's own link.
        await watched.OpenAsync("/joint");
        await page.Locator("main tbody tr").Last.Locator("th a").FollowAsync();
        await page.Locator("a[href$='/table']").FollowAsync();
        await JourneyLook.AtAsync(watched, "joint", faults);
        Assert.Contains("2", await page.GetByTestId("measure-counts").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("form[action$='/link'] button").FollowAsync();
        var own = new Uri(await page.GetByTestId("link").InnerTextAsync()).AbsolutePath;
        await other.OpenAsync(own);
        await JourneyLook.AtAsync(other, "joint", faults);
        await other.Page.Locator("#result").FillAsync("差额清单已经核对完毕。");
        await other.Page.Locator("button[name=done][value=true]").FollowAsync();
        await JourneyLook.AtAsync(other, "joint", faults);
        await guest.OpenAsync(own, 404);

        Assert.Empty(faults);
        Assert.Empty(watched.Problems);
    }
}
