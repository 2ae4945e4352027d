using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J9 from the opinion on, with the demo's look-back: the leader decides, the decision is served, the officer
/// appeals on his own page, the appeal is recorded, training is proposed in one click, the look-back is closed and counts
/// in the trend; a touched record shows on the timeline. Proposal, conflict guard and hearing: BoardPageTests.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class LookBackTests(BrowserFixture fixture)
{
    private const string Running = "/inspection/reviews?box=Running";

    private readonly List<string> faults = [];

    [Fact]
    public async Task J9_FromTheDecisionToTheLesson_AndATouchedRecordShows()
    {
        PageSettings settings = new(1440, "zh-Hans");
        await using var chief = await fixture.NewPageAsync(settings, "ChiefProcurator");
        await using var inspector = await fixture.NewPageAsync(settings, "InspectionOfficer");
        await using var officer = await fixture.NewPageAsync(new PageSettings(390, "zh-Hans"), "CaseOfficer");

        // The leader reads finding, statement and opinion, and decides.
        await OpenAsync(chief, Running);
        var number = (await chief.Page.Locator("main tbody th a").First.InnerTextAsync()).Trim();
        await PressAsync(chief, "main tbody th a");
        var here = new Uri(chief.Page.Url).AbsolutePath;
        await PressAsync(chief, "a[href$='/decision']");
        await chief.Page.Locator("input[name=Opinion][value=GrossNegligence]").CheckAsync();
        await chief.Page.Locator("#Measure").SelectOptionAsync("Correction");
        await chief.Page.Locator("#Hours").FillAsync("8");
        await chief.Page.Locator("#Reason").FillAsync("同意查究意见。");
        await PressAsync(chief, "main form[method=post] button.btn-primary");

        // Served with a receipt; the officer reads it on a phone and appeals.
        await OpenAsync(inspector, here);
        await PressAsync(inspector, "a[href$='/service']");
        await inspector.Page.Locator("#Way").SelectOptionAsync("Counter");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(2, await inspector.Page.Locator("main a[href*='/papers/']").CountAsync());
        await OpenAsync(officer, "/staff/reviews");
        await PressAsync(officer, "main ul a");
        Assert.Equal(1, await officer.Page.GetByTestId("finding").CountAsync());
        await officer.Page.Locator("#Text").FillAsync("当天两次拨打电话，有通话记录。");
        await PressAsync(officer, "button[formaction$='/appeal']");

        // What the next higher office decided is written down; then the lesson, and the end.
        await OpenAsync(inspector, here);
        await PressAsync(inspector, "a[href$='/appeal-ruling']");
        await inspector.Page.Locator("input[name=Result][value=Upheld]").CheckAsync();
        await inspector.Page.Locator("#Organ").FillAsync("上级人民检察院");
        await inspector.Page.Locator("#Reason").FillAsync("维持原决定。");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        await PressAsync(inspector, "form[action$='/training'] button");
        Assert.Equal(1, await inspector.Page.GetByTestId("lesson").CountAsync());
        await PressAsync(inspector, "a[href$='/close']");
        await inspector.Page.Locator("input[name=Outcome][value=Partly]").CheckAsync();
        await inspector.Page.Locator("#Told").FillAsync("经倒查，办理中没有按规定告知进度，已责令改正。");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(here, new Uri(inspector.Page.Url).AbsolutePath);
        await OpenAsync(inspector, "/inspection/reviews/causes");
        Assert.True(await inspector.Page.Locator("figure.pt-chart").CountAsync() > 0, "The cause stands in the trend.");

        // The timeline says what is wrong while the record is touched, and nothing before and after.
        await OpenAsync(inspector, here + "/timeline");
        Assert.Equal(0, await inspector.Page.GetByTestId("broken").CountAsync());
        await using (await TamperedFact.ChangeAsync(fixture.ConnectionString, number, seq: 2))
        {
            await OpenAsync(inspector, here + "/timeline");
            Assert.Contains("#2", await inspector.Page.GetByTestId("broken").InnerTextAsync(), StringComparison.Ordinal);
        }

        await OpenAsync(inspector, here + "/timeline");
        Assert.Equal(0, await inspector.Page.GetByTestId("broken").CountAsync());
        Assert.Empty(faults);
        Assert.Empty(chief.Problems);
        Assert.Empty(inspector.Problems);
        Assert.Empty(officer.Problems);
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await JourneyLook.AtAsync(watched, "J9", faults);
    }

    private async Task PressAsync(WatchedPage watched, string what)
    {
        await watched.Page.Locator(what).First.FollowAsync();
        await JourneyLook.AtAsync(watched, "J9", faults);
    }
}
