using System.Globalization;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>Journey J6 steps 1-5 from the demo data: boxes, assignment of many, reminders, approval and return, the weekly letter.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MondayBoardTests(BrowserFixture fixture)
{
    [Journey(EverydayTurn.EveryDay)]
    [InlineData("zh-Hans")]
    public Task J6_MondayMorning_EveryNumberOpensItsRows_AndEachStepIsDone(string culture) => PlayAsync(fixture, culture);

    internal static async Task PlayAsync(BrowserFixture fixture, string culture)
    {
        PageSettings settings = new(1440, culture);
        await using var watched = await fixture.NewPageAsync(settings, "PetitionDirector");
        var page = watched.Page;

        // 1: five boxes; each number is the number of rows behind it, page after page.
        await watched.OpenAsync("/board");
        var tiles = await page.Locator("a.pt-tile").EvaluateAllAsync<string[]>("tiles => tiles.map(tile => tile.getAttribute('href') + ' ' + tile.querySelector('.pt-kpi').textContent.trim())");
        Assert.Equal(5, tiles.Length);
        foreach (var tile in tiles)
        {
            var (address, number) = (tile.Split(' ')[0], int.Parse(tile.Split(' ')[1].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            Assert.True(number > 0 || address.EndsWith("/due", StringComparison.Ordinal), $"{address} opens with nothing to show.");
            Assert.Equal(number, await RowsAsync(watched, address));
        }

        // 2: two at once, one of them away from the proposed unit with a reason.
        await watched.OpenAsync("/board/new");
        // The first waits for papers from its petitioner: it cannot be accepted yet.
        ILocator[] picks = [page.Locator("input[name=pick]").Nth(1), page.Locator("input[name=pick]").Nth(2)];
        foreach (var pick in picks)
        {
            await pick.CheckAsync();
        }

        await page.Locator("form[action$='/board/assign'] button.btn-primary").FollowAsync();
        Assert.Equal(2, await page.Locator("fieldset.pt-assign").CountAsync());
        for (var i = 0; i < 2; i++)
        {
            var row = page.Locator("fieldset.pt-assign").Nth(i);
            if (await row.Locator($"#Rows_{i}__Track").CountAsync() > 0)
            {
                await row.Locator($"#Rows_{i}__Track").SelectOptionAsync("LitigationRights");
            }

            var choices = await row.Locator($"#Rows_{i}__StaffId optgroup").EvaluateAllAsync<string[]>("units => units.map(unit => unit.querySelector('option').value)");
            await row.Locator($"#Rows_{i}__StaffId").SelectOptionAsync(i == 0 ? choices[0] : choices[^1]);
            await row.Locator($"#Rows_{i}__Reason").FillAsync("该部门已在办关联事项。");
        }

        await page.Locator("#NoConflict").CheckAsync();
        await page.Locator("main form[method=post] button.btn-primary").FollowAsync();
        await page.ArrivedAsync(url => !url.Contains("/board/assign", StringComparison.Ordinal));

        // 3: days late, holder, last event, next step; a reminder, and the second one to the head.
        await watched.OpenAsync("/board/overdue");
        var late = page.Locator("tbody tr").Filter(new() { Has = page.Locator("form[action$='/urge']") }).First;
        Assert.Matches("[0-9]", await late.InnerTextAsync());
        var urged = (await late.Locator("th a").InnerTextAsync()).Trim();
        var seen = int.Parse((await late.Locator("input[name=seen]").GetAttributeAsync("value"))!, CultureInfo.InvariantCulture);
        for (var i = 1; i <= 2; i++)
        {
            await page.Locator($"form[action$='/{urged}/urge'] button").FollowAsync();
            await page.WaitForFunctionAsync("([number, n]) => document.querySelector(`form[action$='/${number}/urge'] input[name=seen]`)?.value === n", new[] { urged, (seen + i).ToString(CultureInfo.InvariantCulture) });
        }

        // 4: one approved, one sent back with a reason; the earlier round is there to read.
        await watched.OpenAsync("/board/approval");
        var drafts = await page.Locator("tbody th a[href$='/decide']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(drafts.Length >= 2, "Two replies wait.");
        var rounds = 0;
        foreach (var (at, draft) in drafts.Take(2).Index())
        {
            await watched.OpenAsync(draft);
            rounds += await page.Locator("main details[open] h3").CountAsync() / 3;
            if (at == 0)
            {
                await page.Locator("form[action$='/approve'] button").FollowAsync();
            }
            else
            {
                await page.Locator("#Reason").FillAsync("请写明数额的依据。");
                await page.Locator("form[action$='/return'] button").FollowAsync();
            }

            await page.ArrivedAsync(url => !url.EndsWith("/decide", StringComparison.Ordinal));
        }

        Assert.Equal(1, rounds);

        // 5: last week's letter; made again it is the same bytes.
        await watched.OpenAsync("/board/letters");
        if (await page.Locator("tbody tr form button").CountAsync() > 0)
        {
            await page.Locator("tbody tr form button").First.FollowAsync();
        }
        else
        {
            await page.Locator("tbody th a").First.FollowAsync();
        }

        // Making it leads to it.
        await page.ArrivedAsync(url => url.Contains("/board/letters/", StringComparison.Ordinal));
        var letter = new Uri(page.Url).AbsolutePath;
        Assert.Matches("[0-9]", await page.Locator("main dl").InnerTextAsync());
        var first = await (await page.APIRequest.GetAsync(new Uri(watched.Site, letter + "/data").ToString())).TextAsync();
        var second = await (await page.APIRequest.GetAsync(new Uri(watched.Site, letter + "/data").ToString())).TextAsync();
        Assert.Equal(first, second);
        Assert.Empty(watched.Problems);
    }

    private static async Task<int> RowsAsync(WatchedPage watched, string address)
    {
        var rows = 0;
        for (var next = address; next is not null;)
        {
            await watched.OpenAsync(next);
            rows += await watched.Page.Locator("main tbody tr").CountAsync();
            next = await watched.Page.Locator("nav.pt-pager a[rel=next]").CountAsync() > 0 ? await watched.Page.Locator("nav.pt-pager a[rel=next]").GetAttributeAsync("href") : null;
        }

        return rows;
    }
}
