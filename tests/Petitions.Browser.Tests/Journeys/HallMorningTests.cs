using System.Globalization;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J5 in the browser with the keys alone, in both languages: the kiosk's tickets, two clerks who call at the same
/// moment, call again and not present, park, send on with a note, the outcome, the dropped network and the slip entered with
/// its true time, the duty board and the day sheet. The board to the minute is <c>MorningTests</c>'; that two are never given
/// the same person 200 times is <c>ReceptionQueueTests</c>' and <c>TwoPortalsTests</c>'.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class HallMorningTests(BrowserFixture fixture)
{
    private const string Hall = "SP-QX-HALL";
    private const string Note = "要查民事案件";

    private readonly List<string> faults = [];

    [Journey(0)]
    [InlineData("zh-Hans")]
    [WholeRunData("en")]
    public async Task J5_AMorningInTheHall_ByKeysAlone(string culture)
    {
        PageSettings settings = new(1440, culture);
        var hand = new KeyboardHand(faults);
        await using var screen = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        await using var one = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        await using var two = await fixture.NewPageAsync(settings, "IntakeClerk");
        await using var duty = await fixture.NewPageAsync(settings, "PetitionDirector");

        await TakeTicketsAsync(screen, hand);
        await OpenAsync(one, "/desk");
        await OpenAsync(two, "/desk");
        await hand.SelectAsync(two.Page.Locator("#counter"), "2");
        await hand.PressAsync(two.Page.Locator("form[action$='/desk/place'] button"));

        // 4: both call at the same moment; the screen shows both by itself.
        await Task.WhenAll(KeyAsync(one, "F4"), KeyAsync(two, "F4"));
        var (first, second) = (await MineAsync(one), await MineAsync(two));
        Assert.NotEqual(first, second);
        foreach (var ticket in new[] { first, second })
        {
            await screen.Page.Locator($"#live [data-pt-call='{ticket}']").WaitForAsync();
        }

        await JourneyLook.AtAsync(screen, "j5", faults);
        await MissAndReturnAsync(one, first);
        await ParkAndSendOnAsync(two, second);

        // 3: sent on to this counter, he is next here, with the note; then he is heard, and leaves with an outcome.
        await KeyAsync(one, "F4");
        Assert.Equal(second, await MineAsync(one));
        Assert.Contains(Note, await one.Page.Locator(".pt-mine").InnerTextAsync(), StringComparison.Ordinal);
        await JourneyLook.AtAsync(one, "j5", faults);
        await hand.PressAsync(one.Page.Locator("form[action$='/start'] button"));
        await JourneyLook.AtAsync(one, "j5", faults);
        await hand.SelectAsync(one.Page.Locator("#outcome"), "Explained");
        await KeyAsync(one, "Control+Enter");
        Assert.EndsWith("/desk", one.Page.Url, StringComparison.Ordinal);

        await LeaveInputMethodsAloneAsync(one.Page);
        await WorkThroughADropAsync(one, hand);
        await OpenACounterAsync(duty, hand, culture == "en" ? "3" : "4");

        // 7, d: the day sheet lists them and is not closed while somebody waits.
        await OpenAsync(one, "/desk/day");
        Assert.Contains(second, await one.Page.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        await hand.PressAsync(one.Page.Locator("form[action$='/desk/day/close'] button"));
        Assert.Equal(1, await one.Page.Locator("#error-summary").CountAsync());

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.DoesNotContain(screen.Problems.Concat(one.Problems).Concat(two.Problems).Concat(duty.Problems), problem =>
            !problem.Contains("status of 422", StringComparison.Ordinal) && !problem.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)
            && !problem.StartsWith("a dialog opened", StringComparison.Ordinal));
    }

    /// <summary>1: petition, enquiry, lawyer; then the same device shows the calls.</summary>
    private async Task TakeTicketsAsync(WatchedPage screen, KeyboardHand hand)
    {
        foreach (var topic in new[] { "A", "B", "L", "A" })
        {
            await screen.OpenAsync($"/kiosk/{Hall}");
            await hand.PressAsync(screen.Page.Locator($"button[name=Topic][value={topic}]"));
            Assert.StartsWith(topic, await screen.Page.Locator(".slip-number").InnerTextAsync(), StringComparison.Ordinal);
        }

        await JourneyLook.AtAsync(screen, "j5", faults);
        await screen.OpenAsync($"/display/{Hall}");
    }

    /// <summary>3: not present only after the third call; whoever comes back is taken in again.</summary>
    private static async Task MissAndReturnAsync(WatchedPage desk, string ticket)
    {
        await KeyAsync(desk, "Alt+n");
        Assert.Equal(ticket, await MineAsync(desk));
        await KeyAsync(desk, "F8");
        await KeyAsync(desk, "F8");
        await KeyAsync(desk, "Alt+n");
        Assert.Equal(0, await desk.Page.Locator(".pt-mine .pt-kpi").CountAsync());
        var back = Elsewhere(desk, ticket).Locator("form[action$='/back'] button");
        await EnterAsync(back);
        Assert.Equal(0, await back.CountAsync());
    }

    /// <summary>3: parked he keeps his place; sent on he is the other counter's.</summary>
    private static async Task ParkAndSendOnAsync(WatchedPage desk, string ticket)
    {
        var keys = desk.Page.Keyboard;
        await KeyAsync(desk, "F9");
        await EnterAsync(Elsewhere(desk, ticket).Locator("form[action$='/unpark'] button"));
        await KeyAsync(desk, "F4");
        Assert.Equal(ticket, await MineAsync(desk));
        await keys.PressAsync("Alt+s");
        await keys.PressAsync("Tab");
        await keys.InsertTextAsync(Note);
        await desk.Page.LeaveAsync(() => keys.PressAsync("Enter"));
        Assert.Equal(0, await desk.Page.Locator(".pt-mine .pt-kpi").CountAsync());
    }

    /// <summary>Keys that pick a word in an input method are not taken; Escape asks before it clears.</summary>
    private static async Task LeaveInputMethodsAloneAsync(IPage page)
    {
        await page.Locator("#Topic").FillAsync("补偿");
        var asked = 0;
        page.Dialog += (_, dialog) => { asked++; _ = dialog.DismissAsync(); };
        await page.EvaluateAsync("""
            () => {
              const field = document.getElementById('Topic');
              for (const init of [{ key: 'Enter', isComposing: true }, { key: 'Escape', isComposing: true }, { key: 'Enter', ctrlKey: true, isComposing: true }, { key: 'Process', keyCode: 229 }]) {
                field.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
              }
            }
            """);
        Assert.Equal(("补偿", 0), (await page.Locator("#Topic").InputValueAsync(), asked));
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForTimeoutAsync(200);
        Assert.Equal((1, "补偿"), (asked, await page.Locator("#Topic").InputValueAsync()));
    }

    /// <summary>5: the page says that the network is away and keeps the queue; afterwards the slip is entered with its true time and printed.</summary>
    private async Task WorkThroughADropAsync(WatchedPage desk, KeyboardHand hand)
    {
        var page = desk.Page;
        var rows = await page.Locator("#desk-queue tbody tr").CountAsync();
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#desk-queue-link:not([hidden])").WaitForAsync();
        Assert.True(rows > 0);
        Assert.Equal(rows, await page.Locator("#desk-queue tbody tr").CountAsync());
        await page.Context.SetOfflineAsync(false);
        await page.WaitForFunctionAsync("() => document.getElementById('desk-queue-link').hidden");

        await hand.FillAsync(page.Locator("#Name"), "断网来访人");
        await hand.UnfoldAsync(page.Locator("details:has(#ArrivedAt) summary"));
        await page.Locator("#ArrivedAt").FillAsync("00:00");
        await hand.FillAsync(page.Locator("#LateReason"), "断网时写的纸条");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ArrivedAsync(url => url.Contains("done=", StringComparison.Ordinal));
        var ticket = await page.Locator("[data-testid=done] strong").InnerTextAsync();
        await hand.PressAsync(page.Locator("[data-testid=done] a[href$='/slip']"));
        Assert.Equal(ticket, await page.Locator(".slip-number").InnerTextAsync());
        Assert.DoesNotContain("断网来访人", await page.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>6: the number of those who wait opens them; a further counter is opened for a colleague.</summary>
    private async Task OpenACounterAsync(WatchedPage duty, KeyboardHand hand, string counter)
    {
        var page = duty.Page;
        await OpenAsync(duty, "/board/duty");
        var tile = page.Locator($"a[href$='/board/duty/{Hall}?state=Waiting']").First;
        var waiting = int.Parse(await tile.Locator(".pt-kpi").InnerTextAsync(), CultureInfo.InvariantCulture);
        await EnterAsync(tile);
        Assert.Equal(waiting, await page.Locator("table").Last.Locator("tbody tr").CountAsync());
        await hand.SelectAsync(page.Locator("#counter"), counter);
        var colleague = await page.Locator("#staffId").EvaluateAsync<string>("list => list.selectedOptions[0].textContent");
        await hand.PressAsync(page.Locator("form[action$='/counters'] button"));
        Assert.Contains(colleague.Trim(), await page.Locator("table").First.InnerTextAsync(), StringComparison.Ordinal);
        await JourneyLook.AtAsync(duty, "j5", faults);
    }

    private static Task<string> MineAsync(WatchedPage desk) => desk.Page.Locator(".pt-mine .pt-kpi").InnerTextAsync();

    private static ILocator Elsewhere(WatchedPage desk, string ticket) => desk.Page.Locator("#desk-queue .pt-elsewhere li").Filter(new() { HasText = ticket });

    private static Task KeyAsync(WatchedPage desk, string key) => desk.Page.LeaveAsync(() => desk.Page.Keyboard.PressAsync(key));

    /// <summary>A control of a region that renews itself: it may be another one between two stops of the Tab key.</summary>
    private static async Task EnterAsync(ILocator control)
    {
        await control.FocusAsync();
        await control.Page.LeaveAsync(() => control.Page.Keyboard.PressAsync("Enter"));
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await JourneyLook.AtAsync(watched, "j5", faults);
    }
}
