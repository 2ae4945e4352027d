using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// What is wrong with the page a journey stands on: it scrolls sideways, or axe finds something (in whole runs; every day the
/// crawl asks axe about the pages). Keeps a picture when asked to.
/// </summary>
internal static class JourneyLook
{
    private static int shot;

    public static async Task AtAsync(WatchedPage watched, string journey, List<string> faults)
    {
        var page = watched.Page;
        var place = new Uri(page.Url).AbsolutePath;
        if (watched.Settings.JavaScript)
        {
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"{place} scrolls sideways");
            }

            if (WholeRun.Is)
            {
                faults.AddRange((await Axe.ViolationsAsync(page, watched.Settings.Contrast)).Select(violation => $"{place}: {violation}"));
            }
        }

        if (Environment.GetEnvironmentVariable("PETITIONS_TEST_SHOTS") is { Length: > 0 } folder)
        {
            var name = $"{journey}-{watched.Settings.Width}-{watched.Settings.Culture}-{Interlocked.Increment(ref shot):00}{place.Replace('/', '_')}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
        }
    }
}
