namespace Petitions.Browser.Tests;

public sealed class CrawlPlanTests
{
    [Fact]
    public void Plan_OfTwoDays_OpensEveryPage() =>
        Assert.Equal(
            PageCatalog.Pages.Select(page => page.ToString()).Order(StringComparer.Ordinal),
            Enumerable.Range(7, 2).SelectMany(day => PageCatalog.Plan(full: false, day)).Select(each => each.Page.ToString()).Order(StringComparer.Ordinal));

    /// <summary>A citizen's page has nine looks, and a page has its turn every second day.</summary>
    [Fact]
    public void Plan_OfEighteenDays_TakesEveryLook() =>
        Assert.Equal(
            PageCatalog.Plan(full: true, 0).Select(each => $"{each.Page} {each.Settings}").Order(StringComparer.Ordinal),
            Enumerable.Range(0, 18).SelectMany(day => PageCatalog.Plan(full: false, day)).Select(each => $"{each.Page} {each.Settings}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Halves_Together_AreTheWholePlan()
    {
        var looks = Enumerable.Range(0, CrawlPlan.Halves).SelectMany(half => CrawlPlan.Of(half)).Select(row => $"{row[0]} {row[1]}");

        Assert.Equal(CrawlPlan.All.Select(each => $"{each.Page} {each.Settings}").Order(StringComparer.Ordinal), looks.Order(StringComparer.Ordinal));
    }
}
