using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests;

/// <summary>The harness must be able to fail: planted pages with known breaches are served in place of the portal's answers.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HarnessTests(BrowserFixture fixture, ITestOutputHelper output)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

    private const string Bad = """
        <!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>filing.title</title></head>
        <body><h1>One</h1><h1>Two</h1><h4>Deep</h4><p id="a">申诉材料</p><p id="a" style="width:900px">x</p>
        <script>document.title = "run"</script><button onclick="go()">x</button><img src="https://example.org/x.png">
        <form method="post"><input name="n"></form><table><p>wrong</table></body></html>
        """;

    private const string Good = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Planted page</title><link rel="stylesheet" href="/planted.css"></head>
        <body><a href="#main">Skip to main content</a><header><p>Portal</p></header>
        <main id="main" tabindex="-1"><h1>Planted page</h1><p>Words. <span lang="zh-Hans">中文</span></p></main><footer><p>End</p></footer></body></html>
        """;

    private const string Sheet = """
        @media print { header, footer, a { display: none } body { color: #000; background: #fff } @page { @bottom-right { content: counter(page) } } }
        """;

    [Fact]
    public async Task Checks_OnABadPage_FindEveryPlantedBreach()
    {
        var problems = await LookAsync("/planted-bad", Bad, new PageSettings(1440, "en"));

        var missed = new[]
        {
            "html lang is", "2 h1 elements", "heading jumps", "landmark main", "no viewport", "skip link", "\"a\" stands twice", "inline handler onclick",
            "style attribute", "inline script", "antiforgery", "Han in an English page", "untranslated key", "Nu:", "axe image-alt", "CSP violation",
            "a request to example.org", "target ", "print: button. is printed", "print: rgb", "print: no page number",
        }.Where(expected => !problems.Any(problem => problem.Contains(expected, StringComparison.Ordinal)));

        Assert.True(!missed.Any(), $"Not found: {string.Join(", ", missed)}. Found:\n{string.Join('\n', problems)}");
    }

    [Fact]
    public async Task Checks_OnAGoodPage_FindNothing() =>
        Assert.Empty(await LookAsync("/planted-good", Good, new PageSettings(390, "en"), audience: "Staff"));

    [Fact]
    public async Task Checks_InElderMode_FindSmallLettersAndTargets()
    {
        var page = Good.Replace("<html lang=\"en\"", "<html lang=\"en\" class=\"pt-elder\"", StringComparison.Ordinal)
            .Replace("</main>", "<button type=\"button\">Press</button></main>", StringComparison.Ordinal);

        var problems = await LookAsync("/planted-elder", page, new PageSettings(390, "en", Elder: true));

        Assert.Contains(problems, problem => problem.StartsWith("letters of", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("wanted 60", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checks_OnAWidePage_FindTheSidewaysScroll()
    {
        var page = Good.Replace("</main>", $"<p>{new string('W', 200)}</p></main>", StringComparison.Ordinal);

        var problems = await LookAsync("/planted-wide", page, new PageSettings(390, "en"), audience: "Staff");

        Assert.Contains(problems, problem => problem.StartsWith("sideways scroll at 320 px:", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.EndsWith("px wide on 643", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checks_OnAServerError_TellTheStatus()
    {
        var problems = await LookAsync("/planted-error", Good, new PageSettings(390, "en"), audience: "Staff", status: 500);

        Assert.Contains(problems, problem => problem.Contains("500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeyboardHand_OnAHiddenFocus_TellsIt_AndFailsWhereNoKeyLeads()
    {
        await using var page = await fixture.NewPageAsync(1440, "en");
        await page.Page.SetContentAsync("""
            <style>#a { outline: none } #b:focus { outline: 3px solid #eee } #c:focus { outline: 3px solid #000 }</style>
            <button id="a">A</button><button id="b">B</button><button id="c">C</button><button id="d" tabindex="-1">D</button>
            """);
        var faults = new List<string>();
        var hand = new KeyboardHand(faults);

        await hand.UnfoldAsync(page.Page.Locator("#c"));

        Assert.Equal(2, faults.Count);
        Assert.Contains("no outline on button#a", faults[0], StringComparison.Ordinal);
        Assert.Contains("button#b", faults[1], StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => hand.UnfoldAsync(page.Page.Locator("#d")));
    }

    private async Task<IReadOnlyList<string>> LookAsync(string path, string html, PageSettings settings, string audience = "Citizen", int status = 200)
    {
        await using var page = await fixture.NewPageAsync(settings);
        await page.Page.RouteAsync("**/*", route => route.Request.ResourceType == "document"
            ? route.FulfillAsync(new()
            {
                Status = status,
                ContentType = "text/html; charset=utf-8",
                Body = html,
                Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy },
            })
            : route.Request.ResourceType == "stylesheet" ? route.FulfillAsync(new() { Status = 200, ContentType = "text/css", Body = Sheet })
            : route.FulfillAsync(new() { Status = 200, ContentType = "image/png", Body = "" }));

        return await PageChecks.ProblemsAsync(fixture, page, new CataloguePage(path, audience) { Budget = int.MaxValue }, output);
    }
}
