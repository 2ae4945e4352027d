using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// A page in a context of its own that remembers what must never happen: a content-policy violation, an error in the
/// console, a request to another host, an answer of 500 or more. Also counts the bytes that came over the wire.
/// </summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private const string PolicyWatch = "document.addEventListener('securitypolicyviolation', e => "
        + "console.error('CSP violation: ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + (e.sourceFile || '') + ':' + e.lineNumber + ' ' + (e.sample || '')));";

    private readonly ConcurrentQueue<string> problems = new();
    private readonly ICDPSession session;
    private long bytes;
    private int expectedStatus = 200;
    private bool kept;

    private WatchedPage(IPage page, ICDPSession session, PageSettings settings, Uri site)
    {
        Page = page;
        this.session = session;
        Settings = settings;
        Site = site;
    }

    public IPage Page { get; }

    public PageSettings Settings { get; private set; }

    public Uri Site { get; }

    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>Bytes over the wire since the last <see cref="OpenAsync"/>, headers included, everything compressed as sent.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    internal static async Task<WatchedPage> CreateAsync(IBrowserContext context, PageSettings settings, Uri site)
    {
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        var watched = new WatchedPage(page, session, settings, site);
        await page.AddInitScriptAsync(PolicyWatch);
        page.Console += (_, message) => watched.OnConsole(message);
        page.PageError += (_, error) => watched.problems.Enqueue($"script error: {error}");
        page.Dialog += (_, dialog) =>
        {
            watched.problems.Enqueue($"a dialog opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => watched.OnRequest(request.Url);
        page.Response += (_, response) => watched.OnResponse(response);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, json) => watched.OnFinished(json);
        return watched;
    }

    /// <summary>Opens a path of the portal and waits until the network is quiet, or less where the page is only passed through. Another status than the expected one is a problem.</summary>
    public async Task<IResponse> OpenAsync(string path, int expected = 200, WaitUntilState until = WaitUntilState.NetworkIdle)
    {
        expectedStatus = expected;
        Interlocked.Exchange(ref bytes, 0);
        var response = await Page.GotoAsync(new Uri(Site, path).ToString(), new() { WaitUntil = until })
            ?? throw new InvalidOperationException($"{path} gave no answer.");
        if (response.Status != expected)
        {
            problems.Enqueue($"status {response.Status} and not {expected}");
        }

        return response;
    }

    /// <summary>Keeps the page open after it is disposed of, for the next look; nothing is taken from the cache, so that bytes still count.</summary>
    internal async Task KeepAsync()
    {
        kept = true;
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
    }

    /// <summary>Makes a kept page as good as new: no cookie, nothing stored, nothing remembered of the look before.</summary>
    internal async Task RenewAsync(PageSettings settings, IEnumerable<Cookie> cookies)
    {
        await Page.EmulateMediaAsync(new() { Media = Media.Screen, ReducedMotion = ReducedMotion.Reduce });
        await Page.SetViewportSizeAsync(settings.Width, settings.Height);
        await session.SendAsync("Storage.clearDataForOrigin", new Dictionary<string, object> { ["origin"] = Site.GetLeftPart(UriPartial.Authority), ["storageTypes"] = "all" });
        await Page.Context.ClearCookiesAsync();
        await Page.Context.AddCookiesAsync(cookies);
        problems.Clear();
        Settings = settings;
    }

    /// <summary>A kept page only leaves what it shows (and its open connections); its owner closes it with the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        if (kept)
        {
            await Page.GotoAsync("about:blank");
        }
        else
        {
            await Page.Context.CloseAsync();
        }
    }

    private void OnConsole(IConsoleMessage message)
    {
        // The browser reports a page that is meant to be a 4xx as an error of its own.
        if (message.Type == "error" && !(expectedStatus >= 400 && message.Text.Contains($"status of {expectedStatus}", StringComparison.Ordinal)))
        {
            problems.Enqueue($"console: {message.Text}");
        }
    }

    private void OnRequest(string url)
    {
        var target = new Uri(url);
        if (target.Authority != Site.Authority)
        {
            problems.Enqueue($"a request to {(target.Scheme is "http" or "https" or "ws" or "wss" ? target.Authority : target.Scheme + ':')}");
        }
    }

    private void OnResponse(IResponse response)
    {
        if (response.Status >= 500 && response.Status != expectedStatus)
        {
            problems.Enqueue($"{response.Url} answered {response.Status}");
        }
    }

    private void OnFinished(JsonElement? json)
    {
        if (json is { } value && value.TryGetProperty("encodedDataLength", out var length))
        {
            Interlocked.Add(ref bytes, (long)length.GetDouble());
        }
    }
}
