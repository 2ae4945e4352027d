using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>UX-024: a page warns two minutes before its time ends, any key stays, and after the end nothing typed is lost.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TimeOutTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("zh-Hans", "按任意键")]
    [InlineData("en", "Press any key")]
    public async Task Page_ShortBeforeTheEnd_Warns_AndAKeyStays(string culture, string words)
    {
        await using var watched = await fixture.NewPageAsync(1440, culture);
        await watched.Page.Clock.InstallAsync();
        await StaffSignIn.AsAsync(watched, "CaseOfficer");
        await watched.OpenAsync("/staff/password");
        await watched.Page.Locator("#Next").FillAsync("half a new password");
        Assert.False(await watched.Page.Locator(".pt-timeout").IsVisibleAsync());

        await watched.Page.Clock.FastForwardAsync("28:30");
        await watched.Page.Locator(".pt-timeout").WaitForAsync();
        Assert.Contains(words, await watched.Page.Locator(".pt-timeout").InnerTextAsync(), StringComparison.Ordinal);
        await watched.Page.Keyboard.PressAsync("Shift");
        await watched.Page.Locator(".pt-timeout").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });

        Assert.Equal("half a new password", await watched.Page.Locator("#Next").InputValueAsync());
    }

    [Fact]
    public async Task Page_AfterTheEnd_SendsNothing_AndKeepsWhatWasTyped()
    {
        await using var watched = await fixture.NewPageAsync(1440);
        await watched.Page.Clock.InstallAsync();
        await StaffSignIn.AsAsync(watched, "CaseOfficer");
        await watched.OpenAsync("/staff/password");
        await watched.Page.Locator("#Next").FillAsync("half a new password");
        await watched.Page.RouteAsync("**/staff/stay", route => route.FulfillAsync(new() { Status = 401 }));

        await watched.Page.Clock.FastForwardAsync("31:00");
        await watched.Page.Locator("main form button[type=submit], main form button.btn-primary").First.ClickAsync();

        Assert.EndsWith("/staff/password", watched.Page.Url, StringComparison.Ordinal);
        Assert.True(await watched.Page.Locator(".pt-timeout a").IsVisibleAsync());
        Assert.Equal("half a new password", await watched.Page.Locator("#Next").InputValueAsync());
    }
}
