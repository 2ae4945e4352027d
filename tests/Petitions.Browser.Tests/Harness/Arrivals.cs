using System.Diagnostics;
using Microsoft.Playwright;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// Waiting for a page to be there. It is asked and not listened for: on a busy machine the driver can miss the very
/// event it waits for and then waits in vain.
/// </summary>
internal static class Arrivals
{
    /// <summary>How long a slow machine may take for one step; a test that passes never waits so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    /// <summary>Until everything of the page is loaded, so that its scripts listen to keys.</summary>
    public static Task LoadedAsync(this IPage page) => UntilAsync(page, _ => true);

    /// <summary>Until the page is at such an address, and loaded.</summary>
    public static Task ArrivedAsync(this IPage page, Func<string, bool> address) => UntilAsync(page, address);

    /// <summary>Does what leads to another page, and waits until that one is loaded, also when it has the same address.</summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.leftBehind = true; }");
        await act();
        await UntilAsync(page, _ => true);
    }

    /// <summary>Presses a button or follows a link, and waits for the page that comes.</summary>
    public static Task FollowAsync(this ILocator control) => control.Page.LeaveAsync(() => control.ClickAsync());

    private static async Task UntilAsync(IPage page, Func<string, bool> address)
    {
        var watch = Stopwatch.StartNew();
        while (!(address(page.Url) && await IsThereAsync(page)))
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Still at {page.Url}, which is not loaded or not the page awaited, after {Patience.TotalSeconds:F0} s.");
            }

            await Task.Delay(Pause);
        }
    }

    private static async Task<bool> IsThereAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("() => window.leftBehind !== true && document.readyState === 'complete'");
        }
        catch (PlaywrightException leaving) when (leaving.Message.Contains("navigation", StringComparison.Ordinal) || leaving.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
