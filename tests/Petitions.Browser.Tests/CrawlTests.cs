using Petitions.Browser.Tests.Harness;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests;

/// <summary>Opens the pages of the catalogue and holds each against all page checks.</summary>
public abstract class CrawlTests(BrowserFixture fixture, ITestOutputHelper output)
{
    protected async Task CheckAsync(string page, string look)
    {
        var (entry, settings) = CrawlPlan.Find(page, look);
        await using var watched = await fixture.NewLookAsync(settings, entry.Role);

        await PageChecks.CheckAsync(fixture, watched, entry, output);
    }
}
