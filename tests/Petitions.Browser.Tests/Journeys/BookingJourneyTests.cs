using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>Booking a visit with the keyboard alone (UX-022): every page on the way is looked at, the code opens the booking elsewhere.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BookingJourneyTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(390, "zh-Hans", true)]
    [WholeRunData(1440, "en", false)]
    public async Task Booking_ByKeysAlone_IsConfirmed_AndCancelledByItsCode(int width, string culture, bool elder)
    {
        List<string> faults = [];
        var hand = new KeyboardHand(faults);
        await using var watched = await fixture.NewPageAsync(width, culture, elder);
        var page = watched.Page;
        async Task NextAsync()
        {
            await JourneyLook.AtAsync(watched, "booking", faults);
            await hand.PressAsync(page.Locator("main form[method=post] .pt-actions button[type=submit]").First);
        }

        await watched.OpenAsync($"/visits/book?culture={culture}");
        await hand.CheckAsync(page.Locator("[name=OfficeCode][value=D990101]"));
        await hand.CheckAsync(page.Locator("[name=Form][value=Hall]"));
        await NextAsync();
        await hand.CheckAsync(page.Locator("[name=Reason][value=NotSure]"));
        await NextAsync();
        await hand.CheckAsync(page.Locator("[name=Slot]:not([value^=wait])").First);
        await NextAsync();
        await hand.FillAsync(page.Locator("#Name"), "刘芳");
        await hand.FillAsync(page.Locator("#Phone"), elder ? "13800004401" : "13800004402");
        await NextAsync();
        await NextAsync();
        await JourneyLook.AtAsync(watched, "booking", faults);
        var code = await page.GetByTestId("code").InnerTextAsync();
        Assert.Equal("Confirmed", await page.GetByTestId("state").GetAttributeAsync("data-state"));

        await using var elsewhere = await fixture.NewPageAsync(width, culture, elder);
        await elsewhere.OpenAsync($"/visits/find?culture={culture}");
        await elsewhere.Page.Locator("#Code").FillAsync(code);
        await elsewhere.Page.Locator("main form button[type=submit]").FollowAsync();
        await elsewhere.Page.Locator("a[href$='/visits/mine/cancel']").FollowAsync();
        await JourneyLook.AtAsync(elsewhere, "booking", faults);
        await elsewhere.Page.Locator("main .pt-confirm button[type=submit]").FollowAsync();

        Assert.Equal("Cancelled", await elsewhere.Page.GetByTestId("state").GetAttributeAsync("data-state"));
        Assert.Empty(faults);
        Assert.Empty(watched.Problems);
        Assert.Empty(elsewhere.Problems);
    }
}
