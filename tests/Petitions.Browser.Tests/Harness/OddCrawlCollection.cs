namespace Petitions.Browser.Tests.Harness;

/// <summary>One half of the crawl, with a portal and a browser of its own, so that both halves run at the same time.</summary>
[CollectionDefinition(Name)]
public sealed class OddCrawlCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "crawl odd";
}
