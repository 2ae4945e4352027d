namespace Petitions.Web.Tests.Desk;

/// <summary>All desk pages share one portal and run one after another: a clerk is in one conversation at a time.</summary>
[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<DeskHall>
{
    public const string Name = "desk";
}
