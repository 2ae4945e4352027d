using System.Globalization;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J16 with the clock moved: a contact promised for today and taken down as signed, that no screen can change; nobody
/// makes it, so at 24:00 it is broken by itself and apologised for; made good late it stays broken. Both sides see both columns,
/// and nothing follows for the petitioner. Signing with the petition is J1's, in the same words.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class TwoWayCommitmentTests(BrowserFixture fixture)
{
    private readonly List<string> faults = [];

    [Journey(1)]
    [InlineData("zh-Hans", "Accepted", "反映法院执行款迟迟没有发放", "谢秋云")]
    [WholeRunData("en", "InHandling", "反映执行和解后对方又不履行", "蓝秋生")]
    public async Task J16_ContactPromisedForToday_IsBrokenAtMidnight_AndApologisedFor(string culture, string state, string title, string name)
    {
        PageSettings settings = new(1440, culture);
        var today = await fixture.TodayAsync();
        string number, code;
        await using (var handler = await fixture.NewPageAsync(settings, "CaseOfficer"))
        {
            await handler.OpenAsync($"/cases?state={state}");
            number = (await handler.Page.Locator($"main tbody tr:has-text('{title}') th a").First.InnerTextAsync()).Trim();
            await OfferAsync(handler, number, today);
            Assert.Empty(handler.Problems);
        }

        await fixture.MoveClockAsync(TimeSpan.FromHours(24));

        // 2: broken by itself at 24:00; the apology is in the outbox.
        await using var after = await fixture.NewPageAsync(settings, "CaseOfficer");
        var page = after.Page;
        await OpenAsync(after, $"/cases/{number}/commitment");
        var contact = page.GetByTestId("promise-FirstContact");
        Assert.Equal(1, await contact.Locator(".pt-tag-red").CountAsync());
        await after.OpenAsync($"/dev/outbox?number={number}");
        Assert.True(await page.Locator("code:text-is('apology.FirstContact')").CountAsync() > 0, "Nobody apologised.");

        // Made good late it stays broken; of the petitioner's column nothing was said, and only that a promise was kept can be.
        await after.OpenAsync($"/cases/{number}");
        await page.Locator("#NoteKind").SelectOptionAsync("Contact");
        await page.Locator("#NoteText").FillAsync("已电话联系，说明办理安排并道歉。");
        await PressAsync(after, "form[action$='/notes'] button");
        await OpenAsync(after, $"/cases/{number}/commitment");
        Assert.Equal((1, 1), (await contact.Locator(".pt-tag-red").CountAsync(), await contact.Locator(".pt-tag-amber").CountAsync()));
        Assert.Equal(3, await page.Locator("form[action*='/kept/']").CountAsync());
        Assert.Equal(0, await page.Locator("[data-testid=promise-OneChannel] .pt-tag").CountAsync());
        await using (var desk = await fixture.NewPageAsync(settings, "ReceptionOfficer"))
        {
            code = await CodeAsync(desk, number, name);
        }

        // 4: the petitioner reads the same two columns on a phone, and the broken promise on the timeline.
        await using var citizen = await fixture.NewPageAsync(390, culture);
        await citizen.OpenAsync("/petitions/track");
        await citizen.Page.Locator("#Number").FillAsync(number);
        await citizen.Page.Locator("#Code").FillAsync(code);
        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        var words = culture == "en" ? "Promise of the office broken: First contact" : "未履行承诺：第一次联系信访人";
        Assert.Equal(1, await citizen.Page.Locator(".pt-timeline li").Filter(new() { HasText = words }).CountAsync());
        await JourneyLook.AtAsync(citizen, "j16", faults);
        await PressAsync(citizen, "a[href$='/commitment']");
        Assert.Equal(2, await citizen.Page.Locator("[data-testid=commitment] .pt-sides > div").CountAsync());
        Assert.Equal(1, await citizen.Page.GetByTestId("promise-FirstContact").Locator(".pt-tag-red").CountAsync());
        Assert.Equal(0, await citizen.Page.Locator("main form[action*='/commitment']").CountAsync());
        await JourneyLook.AtAsync(citizen, "j16", faults);

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.Empty(after.Problems);
        Assert.Empty(citizen.Problems);
    }

    /// <summary>1, a: offered with today as its first day, signed before the handler; afterwards no screen holds a field of it.</summary>
    private async Task OfferAsync(WatchedPage handler, string number, DateOnly today)
    {
        var page = handler.Page;
        await OpenAsync(handler, $"/cases/{number}/commitment");
        await page.Locator("#FirstContact").FillAsync(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await PressAsync(handler, "form[action$='/commitment/offer'] button");
        await PressAsync(handler, "form[action$='/commitment/sign'] button");
        Assert.Equal("Signed", await page.GetByTestId("commitment").First.GetAttributeAsync("data-state"));
        Assert.Equal(0, await page.Locator("main input[type=date], main form[action$='/offer'], main form[action$='/sign'], main form[action$='/decline']").CountAsync());
        await JourneyLook.AtAsync(handler, "j16", faults);
        await PressAsync(handler, "[data-testid=commitment] a[href$='/print']");
        Assert.Contains(number, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Whoever lost the code gets a new one at the desk.</summary>
    private static async Task<string> CodeAsync(WatchedPage desk, string number, string name)
    {
        var page = desk.Page;
        await desk.OpenAsync("/desk/codes");
        await page.Locator("#Number").FillAsync(number);
        await page.Locator("#Name").FillAsync(name);
        await page.Locator("input[name=Shown]").CheckAsync();
        await page.Locator("#Reason").FillAsync("查询码遗失。");
        await PressAsync(desk, "form[action$='/desk/codes'] button[type=submit]");
        return (await page.GetByTestId("code").InnerTextAsync()).Trim();
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await JourneyLook.AtAsync(watched, "j16", faults);
    }

    private static Task PressAsync(WatchedPage watched, string what) => watched.Page.Locator(what).First.FollowAsync();
}
