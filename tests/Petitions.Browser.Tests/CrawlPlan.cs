using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests;

/// <summary>The looks of this run, dealt out to the halves of the crawl.</summary>
internal static class CrawlPlan
{
    public const int Halves = 2;

    public static TheoryData<string, string> Of(int half)
    {
        var plan = new TheoryData<string, string>();
        foreach (var (page, settings) in PageCatalog.Plan(BrowserFixture.Full).Where((_, place) => place % Halves == half))
        {
            plan.Add(page.ToString(), settings.ToString());
        }

        return plan;
    }

    public static (CataloguePage Page, PageSettings Settings) Find(string page, string look) =>
        PageCatalog.Plan(BrowserFixture.Full).Single(each => each.Page.ToString() == page && each.Settings.ToString() == look);
}
