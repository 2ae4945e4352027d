using Petitions.Browser.Tests.Harness;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests;

/// <summary>Opens the pages of the catalogue and holds each against all page checks.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CrawlTests(BrowserFixture fixture, ITestOutputHelper output)
{
    public static TheoryData<string, string> Plan()
    {
        var plan = new TheoryData<string, string>();
        foreach (var (page, settings) in PageCatalog.Plan(BrowserFixture.Full))
        {
            plan.Add(page.ToString(), settings.ToString());
        }

        return plan;
    }

    [Theory]
    [MemberData(nameof(Plan))]
    public async Task Page_InOneLook_HoldsAllPageRules(string page, string look)
    {
        var (entry, settings) = PageCatalog.Plan(BrowserFixture.Full).Single(each => each.Page.ToString() == page && each.Settings.ToString() == look);
        await using var watched = await fixture.NewPageAsync(settings, entry.Role);

        await PageChecks.CheckAsync(fixture, watched, entry, output);
    }

    [Fact]
    public void Plan_OfAnEverydayRun_OpensEveryPage() =>
        Assert.Equal(PageCatalog.Pages.Select(page => page.ToString()), PageCatalog.Plan(full: false).Select(each => each.Page.ToString()).Distinct());
}
