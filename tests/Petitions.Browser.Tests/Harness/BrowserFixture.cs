using System.Globalization;
using Microsoft.Playwright;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Harness;

/// <summary>One portal, one browser and one HTML checker for all browser tests; each page has a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<string, IReadOnlyList<Cookie>> sessions = [];
    private readonly Dictionary<(string Culture, bool JavaScript), WatchedPage> looks = [];
    private PortalProcess? portal;
    private NuChecker? checker;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>True when every combination of language, width and elder mode is asked for (scripts/test.sh --full).</summary>
    public static bool Full => WholeRun.Is;

    public Uri Site => portal?.Address ?? throw new InvalidOperationException("The portal is not running.");

    /// <summary>The portal's database, as its owner could open it.</summary>
    internal string ConnectionString => portal?.ConnectionString ?? throw new InvalidOperationException("The portal is not running.");

    public string PortalOutput => portal?.Output ?? "";

    internal NuChecker Checker => checker ?? throw new InvalidOperationException("The HTML checker is not running.");

    public async Task InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("PETITIONS_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"{chromium} is missing; scripts/test.sh installs it.");

        var starting = NuChecker.StartAsync();
        portal = await PortalProcess.StartAsync();
        checker = await starting;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
    }

    /// <summary>A page that is not signed in. Language, elder mode and contrast are set the way a visitor's choice is kept: by cookies.</summary>
    public async Task<WatchedPage> NewPageAsync(PageSettings settings)
    {
        var context = await Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = settings.Width, Height = settings.Height },
            Locale = settings.Culture == "en" ? "en-GB" : "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = settings.JavaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync(ChoicesOf(settings));
        context.SetDefaultTimeout((float)Arrivals.Patience.TotalMilliseconds);
        return await WatchedPage.CreateAsync(context, settings, Site);
    }

    private IEnumerable<Cookie> ChoicesOf(PageSettings settings)
    {
        yield return Make(PortalConventions.CultureCookie, Uri.EscapeDataString($"c={settings.Culture}|uic={settings.Culture}"));
        if (settings.Elder)
        {
            yield return Make(PortalConventions.ElderCookie, PortalConventions.CookieOn);
        }

        if (settings.Contrast)
        {
            yield return Make(PortalConventions.ContrastCookie, PortalConventions.CookieOn);
        }
    }

    /// <summary>The same by parts, as journeys like to write it.</summary>
    public Task<WatchedPage> NewPageAsync(int width = 1440, string culture = "zh-Hans", bool elder = false, bool contrast = false, bool javaScript = true) =>
        NewPageAsync(new PageSettings(width, culture, elder, contrast, javaScript));

    /// <summary>A page signed in as the demo account of a role.</summary>
    public async Task<WatchedPage> NewPageAsync(PageSettings settings, string? role)
    {
        var page = await NewPageAsync(settings);
        if (role is not null)
        {
            await StaffSignIn.AsAsync(page, role);
        }

        return page;
    }

    /// <summary>
    /// The same for pages that only look: each role signs in once for all its looks (a sign-in costs more than most
    /// looks), and a language has one page for all of them (a fresh context costs three looks). Journeys open pages and
    /// sign in for themselves, since they also sign out and stay away.
    /// </summary>
    internal async Task<WatchedPage> NewLookAsync(PageSettings settings, string? role)
    {
        if (role is not null && !sessions.ContainsKey(role))
        {
            await using var first = await NewPageAsync(settings, role);
            sessions[role] = await SessionAsync(first.Page.Context);
        }

        var (culture, script) = (settings.Culture, settings.JavaScript);
        if (!looks.TryGetValue((culture, script), out var look))
        {
            look = looks[(culture, script)] = await NewPageAsync(settings);
            await look.KeepAsync();
        }

        await look.RenewAsync(settings, [.. ChoicesOf(settings), .. role is null ? [] : sessions[role]]);
        return look;
    }

    private static async Task<IReadOnlyList<Cookie>> SessionAsync(IBrowserContext context) =>
    [
        .. from cookie in await context.CookiesAsync()
           where cookie.Name is not (PortalConventions.CultureCookie or PortalConventions.ElderCookie or PortalConventions.ContrastCookie)
           select new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite },
    ];

    /// <summary>Moves the clock of the running portal (Development only); journeys that wait for days use it.</summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        using var client = new HttpClient { BaseAddress = Site };
        // The page is a form like any other: its token belongs to the cookie that came with it.
        var page = await client.GetStringAsync(PortalConventions.ClockPath);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("hours", by.TotalHours.ToString(CultureInfo.InvariantCulture)), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(PortalConventions.ClockPath, form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The day it is in the running portal, which other journeys may have moved.</summary>
    public async Task<DateOnly> TodayAsync()
    {
        using var client = new HttpClient { BaseAddress = Site };
        var shown = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(PortalConventions.ClockPath + "?culture=zh-Hans"), "([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日");
        return new DateOnly(Number(1), Number(2), Number(3));

        int Number(int group) => int.Parse(shown.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        if (checker is not null)
        {
            await checker.DisposeAsync();
        }

        if (portal is not null)
        {
            await portal.DisposeAsync();
        }
    }

    private IBrowser Browser => browser ?? throw new InvalidOperationException("The browser is not running.");

    private Cookie Make(string name, string value) => new() { Name = name, Value = value, Url = Site.ToString() };
}
