using System.Diagnostics;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>A whole desk entry with the mouse unplugged, in both languages (journey J2 a, ui guide 8). The time is printed, never asserted.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskKeyboardTests(BrowserFixture fixture, ITestOutputHelper output)
{
    [Theory]
    [InlineData("zh-Hans")]
    [WholeRunData("en")]
    public async Task Desk_ByKeysAlone_RecordsAVisitAndAPetition(string culture)
    {
        await using var watched = await fixture.NewPageAsync(new PageSettings(1440, culture), "ReceptionOfficer");
        var page = watched.Page;
        var keys = page.Keyboard;
        await watched.OpenAsync("/desk");
        var watch = Stopwatch.StartNew();

        Assert.Equal("Scan", await FocusAsync(page));
        await keys.TypeAsync("990101195002030013");
        await keys.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.getElementById('IdNumber').value.length === 18 && ['Name', 'Topic'].includes(document.activeElement.id)");
        Assert.EndsWith("/desk", page.Url, StringComparison.Ordinal);
        await keys.PressAsync("F3");
        Assert.Equal("Search", await FocusAsync(page));
        await keys.PressAsync("F2");
        Assert.Equal("Scan", await FocusAsync(page));
        await TabToAsync(page, "Name");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("马德福");
        await TabToAsync(page, "Address");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("清溪县泊云镇青石坳村8号");
        await TabToAsync(page, "Purpose");
        await keys.PressAsync("ArrowDown");
        await TabToAsync(page, "Category");
        for (var i = 0; i < 3; i++)
        {
            await keys.PressAsync("ArrowDown");
        }

        await TabToAsync(page, "Request");
        await keys.TypeAsync("请求监督。");
        await TabToAsync(page, "Text");
        await keys.TypeAsync("判决没有查清事实。");
        await keys.PressAsync("Control+Enter");
        await page.Locator("[data-testid=done], [data-testid=same]").First.WaitForAsync();
        await page.LoadedAsync();
        if (await page.GetByTestId("same").CountAsync() > 0)
        {
            // The other language recorded the same words before: the hint is shown, and the same key once more records it.
            await keys.PressAsync("Control+Enter");
        }

        await page.ArrivedAsync(url => url.Contains("done=", StringComparison.Ordinal));

        output.WriteLine($"desk entry by keys: {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Equal("Scan", await FocusAsync(page));
        Assert.Matches("[A-Z][0-9]{3}", await page.Locator("[data-testid=done]").InnerTextAsync());
        Assert.DoesNotContain(watched.Problems, problem => !problem.Contains("status of 422", StringComparison.Ordinal));
    }

    /// <summary>F9 parks, Alt+N needs all calls first, Escape asks before it clears; keys that pick a word in an input method are not taken.</summary>
    [Fact]
    public async Task Desk_OtherKeys_DoWhatTheirButtonsDo()
    {
        await using var watched = await fixture.NewPageAsync(new PageSettings(1440, "zh-Hans"), "IntakeClerk");
        var page = watched.Page;
        var keys = page.Keyboard;
        await watched.OpenAsync("/desk");
        await page.Locator("#Name").FillAsync("按键来访人");
        await keys.PressAsync("Control+Enter");
        await page.ArrivedAsync(url => url.Contains("done=", StringComparison.Ordinal));

        await keys.PressAsync("F4");
        await page.Locator("[data-pt-key=F9]").WaitForAsync();
        await page.LoadedAsync();
        await keys.PressAsync("Alt+n");
        await page.Locator("[data-pt-key=F8]").WaitForAsync();
        await page.LoadedAsync();
        await keys.PressAsync("F9");
        await page.Locator("[data-pt-key=F4]").WaitForAsync();
        await page.LoadedAsync();
        Assert.True(await page.Locator("form[action$='/unpark']").CountAsync() > 0, "F9 did not park.");

        // An input method that is choosing a word: Enter, Escape and Ctrl+Enter belong to it.
        await page.Locator("#Topic").FillAsync("补偿");
        var asked = 0;
        page.Dialog += (_, dialog) => { asked++; _ = dialog.DismissAsync(); };
        await page.EvaluateAsync("""
            () => {
              const field = document.getElementById('Topic');
              for (const init of [{ key: 'Enter', isComposing: true }, { key: 'Escape', isComposing: true }, { key: 'Enter', ctrlKey: true, isComposing: true }, { key: 'Process', keyCode: 229 }]) {
                field.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
              }
            }
            """);
        Assert.Equal(("补偿", 0), (await page.Locator("#Topic").InputValueAsync(), asked));

        await keys.PressAsync("Escape");
        await page.WaitForTimeoutAsync(200);
        Assert.Equal((1, "补偿"), (asked, await page.Locator("#Topic").InputValueAsync()));
        Assert.DoesNotContain(watched.Problems, problem => !problem.StartsWith("a dialog opened", StringComparison.Ordinal));
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.id");

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var stop = 0; stop < 60; stop++)
        {
            if (await FocusAsync(page) == id)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{id} cannot be reached with Tab.");
    }
}
