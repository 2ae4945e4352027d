using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>UX-015: the browser's Back works at every step of filing and shows what was typed there; going on again changes nothing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BackButtonTests(BrowserFixture fixture)
{
    private const string Answers = """
        () => [...document.querySelectorAll("main form[method=post] :is(input:not([type=hidden]), select, textarea)")]
          .map((e) => `${e.id}=${/radio|checkbox/.test(e.type) ? e.checked : e.value}`).join("\n")
        """;

    /// <summary>One answer a step, in the order of the form; a step without one is left as it is.</summary>
    private static readonly Func<IPage, Task>[] Steps =
    [
        _ => Task.CompletedTask,
        page => page.Locator("#Consent").CheckAsync(),
        page => page.Locator("#ForWhom").CheckAsync(),
        page => page.Locator("input[value=Complaint]").CheckAsync(),
        page => page.Locator("input[value=B5]").CheckAsync(),
        page => page.Locator("input[value=RealNameUnverified]").CheckAsync(),
        async page =>
        {
            await page.Locator("#Name").FillAsync("刘芳");
            await page.Locator("#Phone").FillAsync("138 0000 0000");
        },
        _ => Task.CompletedTask,
        _ => Task.CompletedTask,
        async page =>
        {
            await page.Locator("#Request").FillAsync("请求监督公安机关立案。");
            await page.Locator("#Text").FillAsync("去年十月报案后五个月没有收到是否立案的决定。");
        },
        _ => Task.CompletedTask,
        page => page.Locator("input[value=D990101]").CheckAsync(),
    ];

    [Theory]
    [InlineData(true)]
    [WholeRunData(false)]
    public async Task Back_AtEveryStep_ShowsWhatWasTyped(bool script)
    {
        await using var watched = await fixture.NewPageAsync(390, "zh-Hans", javaScript: script);
        var page = watched.Page;
        await watched.OpenAsync("/petitions/new");
        foreach (var answer in Steps)
        {
            await answer(page);
            var (place, typed) = (page.Url, await page.EvaluateAsync<string>(Answers));
            await NextAsync(page);
            var next = page.Url;
            Assert.NotEqual(place, next);

            await page.GoBackAsync();
            Assert.Equal(place, page.Url);
            Assert.Equal(typed, await page.EvaluateAsync<string>(Answers));
            await NextAsync(page);
            Assert.Equal(next, page.Url);
        }

        Assert.EndsWith("/petitions/new/check", page.Url, StringComparison.Ordinal);
        Assert.Empty(watched.Problems);
    }

    private static Task NextAsync(IPage page) => Hand.Pointer.PressAsync(page.Locator("main form[method=post] button.btn-primary").First);
}
