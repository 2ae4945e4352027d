using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>Journeys that use up what they find in the demo, once more in English, on a portal nobody touched before.</summary>
[Collection(SecondPlayingCollection.Name)]
public sealed class SecondPlayingTests(BrowserFixture fixture)
{
    [Journey(EverydayTurn.WholeRunsOnly)]
    [InlineData("en")]
    public Task J6_InEnglish(string culture) => MondayBoardTests.PlayAsync(fixture, culture);

    [Journey(EverydayTurn.WholeRunsOnly)]
    [InlineData("en")]
    public Task J8_InEnglish(string culture) => new JointVisitTests(fixture).J8_FromTheProposalToTheLastMeasure_WithTheClockMoved(culture);
}
