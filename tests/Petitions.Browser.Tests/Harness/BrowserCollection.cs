namespace Petitions.Browser.Tests.Harness;

/// <summary>Journeys and single looks: they share a portal and run one after another, because some move its clock.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
