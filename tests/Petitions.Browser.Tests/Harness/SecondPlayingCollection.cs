namespace Petitions.Browser.Tests.Harness;

/// <summary>A portal of its own for journeys that are played twice and use up the demo's matters.</summary>
[CollectionDefinition(Name)]
public sealed class SecondPlayingCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "second playing";
}
