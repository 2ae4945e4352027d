using Petitions.Browser.Tests.Harness;
using Petitions.Domain.Clocks;

namespace Petitions.Browser.Tests;

/// <summary>The looks of this run, dealt out to the halves of the crawl.</summary>
internal static class CrawlPlan
{
    public const int Halves = 2;

    public static IReadOnlyList<(CataloguePage Page, PageSettings Settings)> All { get; } =
        [.. PageCatalog.Plan(BrowserFixture.Full, ChinaTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber)];

    public static TheoryData<string, string> Of(int half)
    {
        var plan = new TheoryData<string, string>();
        foreach (var (page, settings) in All.Where((_, place) => place % Halves == half))
        {
            plan.Add(page.ToString(), settings.ToString());
        }

        return plan;
    }

    public static (CataloguePage Page, PageSettings Settings) Find(string page, string look) =>
        All.Single(each => each.Page.ToString() == page && each.Settings.ToString() == look);
}
