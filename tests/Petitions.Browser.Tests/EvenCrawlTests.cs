using Petitions.Browser.Tests.Harness;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests;

[Collection(EvenCrawlCollection.Name)]
public sealed class EvenCrawlTests(BrowserFixture fixture, ITestOutputHelper output) : CrawlTests(fixture, output)
{
    public static TheoryData<string, string> Plan() => CrawlPlan.Of(0);

    [Theory]
    [MemberData(nameof(Plan))]
    public Task Page_InOneLook_HoldsAllPageRules(string page, string look) => CheckAsync(page, look);
}
