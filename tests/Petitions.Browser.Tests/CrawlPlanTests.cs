namespace Petitions.Browser.Tests;

public sealed class CrawlPlanTests
{
    [Fact]
    public void Plan_OfAnEverydayRun_OpensEveryPage() =>
        Assert.Equal(PageCatalog.Pages.Select(page => page.ToString()), PageCatalog.Plan(full: false).Select(each => each.Page.ToString()).Distinct());

    [Fact]
    public void Halves_Together_AreTheWholePlan()
    {
        var looks = Enumerable.Range(0, CrawlPlan.Halves).SelectMany(half => CrawlPlan.Of(half)).Select(row => $"{row[0]} {row[1]}");

        Assert.Equal(
            PageCatalog.Plan(Harness.BrowserFixture.Full).Select(each => $"{each.Page} {each.Settings}").Order(StringComparer.Ordinal),
            looks.Order(StringComparer.Ordinal));
    }
}
