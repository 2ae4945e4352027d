using Petitions.Browser.Tests.Harness;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests;

[Collection(OddCrawlCollection.Name)]
public sealed class OddCrawlTests(BrowserFixture fixture, ITestOutputHelper output) : CrawlTests(fixture, output)
{
    public static TheoryData<string, string> Plan() => CrawlPlan.Of(1);

    [Theory]
    [MemberData(nameof(Plan))]
    public Task Page_InOneLook_HoldsAllPageRules(string page, string look) => CheckAsync(page, look);
}
