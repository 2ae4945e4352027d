using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// Everything that every page must hold, in one look. All problems of a page are collected and told together,
/// because one per run would take ten runs to mend a page.
/// </summary>
internal static class PageChecks
{
    /// <summary>A citizen's first page with everything, compressed (UX-085); staff and analysis pages have their own budgets.</summary>
    public const int CitizenBudget = 100_000;
    public const int StaffBudget = 150_000;
    public const int AnalysisBudget = 260_000;

    private const string TextSpacing = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }
        """;

    private const string PrintScript = """
        (options) => {
          const faults = [];
          const shown = (e) => e.getClientRects().length > 0;
          for (const e of document.querySelectorAll("body > header, body > footer, nav, button, .btn, .pt-skip")) {
            if (shown(e)) { faults.push(`${e.tagName.toLowerCase()}.${e.className} is printed`); }
          }
          if (document.documentElement.scrollWidth > 643) { faults.push(`${document.documentElement.scrollWidth} px wide on 643`); }
          const body = getComputedStyle(document.body);
          if (body.color !== "rgb(0, 0, 0)" || body.backgroundColor !== "rgb(255, 255, 255)") { faults.push(`${body.color} on ${body.backgroundColor}`); }
          for (const head of document.querySelectorAll("main thead")) {
            if (getComputedStyle(head).display !== "table-header-group") { faults.push("a table head that does not repeat"); }
          }
          for (const row of document.querySelectorAll("main tbody tr")) {
            if (getComputedStyle(row).breakInside !== "avoid") { faults.push("a row that may break"); break; }
          }
          const numbered = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
            .flatMap((rule) => [rule, ...(rule.cssRules || [])]).some((rule) => rule instanceof CSSPageRule && rule.cssText.includes("counter(page)"));
          if (!numbered) { faults.push("no page number"); }
          const by = document.querySelector(".pt-printed");
          // A screen in a hall is printed by nobody.
          const screen = document.body.matches(".pt-display, .pt-kiosk");
          if (options.staff && !screen && (!by || !shown(by) || !/\d/.test(by.textContent))) { faults.push("nobody and no time under it"); }
          return faults;
        }
        """;

    private static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(PageChecks).Assembly.GetManifestResourceStream("page-checks.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>Opens a page and asserts that nothing is wrong with it.</summary>
    public static async Task CheckAsync(BrowserFixture fixture, WatchedPage page, CataloguePage entry, ITestOutputHelper output)
    {
        var problems = await ProblemsAsync(fixture, page, entry, output);

        Assert.True(problems.Count == 0, $"{entry} ({page.Settings}) has {problems.Count} problem(s):\n- " + string.Join("\n- ", problems));
    }

    public static async Task<IReadOnlyList<string>> ProblemsAsync(BrowserFixture fixture, WatchedPage page, CataloguePage entry, ITestOutputHelper output)
    {
        var response = await page.OpenAsync(entry.Path, entry.Status, entry.Follow is null ? WaitUntilState.Load : WaitUntilState.DOMContentLoaded);
        if (entry.Follow is { } link)
        {
            var address = await AddressAsync(page, link);
            if (entry.Onward is { } onward)
            {
                await page.OpenAsync(address, entry.Status, WaitUntilState.DOMContentLoaded);
                address = await AddressAsync(page, onward);
            }

            response = await page.OpenAsync(address + entry.Then, entry.Status, WaitUntilState.Load);
        }

        var bytes = page.Bytes;
        var problems = new List<string>();

        output.WriteLine($"{entry.Path} ({page.Settings}): {bytes / 1000.0:F1} kB over the wire");
        var budget = entry.Budget ?? (entry.IsCitizen ? CitizenBudget : StaffBudget);
        if (bytes == 0 || bytes > budget)
        {
            problems.Add($"{bytes} bytes over the wire, budget {budget}");
        }

        if (!entry.Bare)
        {
            // First of all: the tab order of a page just opened starts at its top.
            problems.AddRange(await SkipLinkAsync(page));
        }

        problems.AddRange(await page.Page.EvaluateAsync<string[]>(Script.Value, new
        {
            culture = page.Settings.Culture,
            citizen = entry.IsCitizen,
            elder = page.Settings.Elder && entry.HasElderMode,
            contrast = page.Settings.Contrast && entry.HasElderMode,
            bare = entry.Bare,
        }));
        problems.AddRange((await fixture.Checker.ErrorsAsync(await response.TextAsync())).Select(error => $"Nu: {error}"));
        problems.AddRange((await Axe.ViolationsAsync(page.Page, page.Settings.Contrast && entry.HasElderMode)).Select(violation => $"axe {violation}"));
        problems.AddRange(await NarrowAsync(page.Page));
        problems.AddRange(await PrintAsync(page.Page, entry));
        return [.. problems.Concat(page.Problems).Distinct()];
    }

    private static async Task<string> AddressAsync(WatchedPage page, string link) =>
        (await page.Page.Locator(link).First.GetAttributeAsync("href", new() { Timeout = 5_000 }))!;

    private static async Task<IEnumerable<string>> NarrowAsync(IPage page)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 800);
        var plain = await OverflowAsync(page);
        await page.EvaluateAsync(TextSpacing);
        var spaced = await OverflowAsync(page);
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return new[] { (plain, "at 320 px"), (spaced, "at 320 px with text spacing") }
            .Where(look => look.Item1.Length > 0)
            .Select(look => $"sideways scroll {look.Item2}: {look.Item1}");
    }

    /// <summary>On A4 with 20 mm margins: content only, black on white, nothing cut, heads on every sheet, who and when on lists (UX-079, UX-080).</summary>
    private static async Task<IEnumerable<string>> PrintAsync(IPage page, CataloguePage entry)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(643, 909);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var faults = await page.EvaluateAsync<string[]>(PrintScript, new { staff = entry.Role is not null });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return faults.Select(fault => "print: " + fault);
    }

    private static Task<string> OverflowAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
          const wide = document.documentElement.scrollWidth;
          if (wide <= 320) { return ""; }
          const widest = [...document.body.querySelectorAll("*")].find((e) => e.getBoundingClientRect().right > 321);
          return `${wide} px wide, first by ${widest ? widest.tagName.toLowerCase() + "." + widest.className : "unknown"}`;
        }
        """);

    // Pages that put the focus into a field start there on purpose.
    private static async Task<IEnumerable<string>> SkipLinkAsync(WatchedPage page)
    {
        if (!await page.Page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
        {
            return [];
        }

        await page.Page.Keyboard.PressAsync("Tab");
        if (!await page.Page.EvaluateAsync<bool>("() => document.activeElement.getAttribute('href') === '#main' && document.activeElement.getBoundingClientRect().height > 1"))
        {
            return ["Tab does not show the skip link first"];
        }

        await page.Page.Keyboard.PressAsync("Enter");
        return await page.Page.EvaluateAsync<bool>("() => document.activeElement.id === 'main'")
            ? []
            : ["the skip link does not put the focus into main"];
    }
}
