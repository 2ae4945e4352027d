using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J8 whole, with the clock moved: proposed on a matter, prepared until nothing is missing, a guest by his one-time
/// link on a phone, the table with attendance, minutes, four measures and signatures; on the next day the session's link is
/// dead, one measure is late and ended by its owner's own link, the others by the office, one of them as failed.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class JointVisitTests(BrowserFixture fixture)
{
    private const string Bureau = "清溪县住房和城乡建设局";
    private const string Guest = "罗敏";
    private const string Title = "咨询申请司法救助需要哪些材料";
    private const string Name = "周小兰";

    private readonly List<string> faults = [];

    [Journey(0)]
    [InlineData("zh-Hans")]
    public async Task J8_FromTheProposalToTheLastMeasure_WithTheClockMoved(string culture)
    {
        PageSettings settings = new(1440, culture);
        var today = await fixture.TodayAsync();
        string number, sheet, link;
        await using var guest = await fixture.NewPageAsync(390, culture);
        await using var other = await fixture.NewPageAsync(390, culture);
        await using (var director = await fixture.NewPageAsync(settings, "PetitionDirector"))
        {
            (number, sheet) = await ProposeAsync(director);
            await PrepareAsync(director, sheet, today);
            link = await InviteAsync(director, guest, number);
            // b: a link opens once, in one browser.
            await other.OpenAsync(link, 404);
            await director.OpenAsync(sheet);
            await PressAsync(director, $"form[action='{sheet}/call'] button");
            Assert.Equal(0, await director.Page.GetByTestId("missing").CountAsync());
            await SitAsync(director, sheet, today);
            await SignAsync(director, sheet);
            Assert.Empty(director.ProblemsBeside("/call"));
        }

        await fixture.MoveClockAsync(TimeSpan.FromHours(24));

        // b: after its session the link opens nothing, for whoever holds it and for whoever tries it again; the host sees each.
        await guest.OpenAsync("/joint/session", 404);
        await guest.OpenAsync(link, 404);
        await using var after = await fixture.NewPageAsync(settings, "PetitionDirector");
        await after.OpenAsync(sheet);
        Assert.Equal(3, await after.Page.GetByTestId("attempts").Locator("li").CountAsync());
        await EndMeasuresAsync(after, other, guest, sheet);

        // 6: each end was told to the petitioner, and all of it stands on the matter's own timeline.
        await after.OpenAsync("/joint?ended=true");
        Assert.Contains(number, await after.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await after.OpenAsync($"/dev/outbox?number={number}");
        foreach (var template in new[] { "joint.measure-done", "joint.measure-failed", "JointVisitMinutes" })
        {
            Assert.True(await after.Page.Locator($"code:text-is('{template}')").CountAsync() > 0, $"{template} was not told.");
        }

        await after.OpenAsync($"/cases/{number}");
        Assert.Equal(4, await after.Page.Locator(".pt-timeline li strong").Filter(new() { HasTextRegex = new Regex("议定措施：|Measure \\d agreed") }).CountAsync());
        await JourneyLook.AtAsync(after, "j8", faults);
        await using var desk = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        await using var citizen = await fixture.NewPageAsync(390, culture);
        await OwnAsync(desk, citizen, number);

        Assert.Empty(citizen.Problems);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.Empty(after.Problems);
        Assert.Empty(guest.Problems);
        Assert.Empty(other.ProblemsBeside("/joint/measure/"));
    }

    /// <summary>1: a matter of the register, with what is to be reached.</summary>
    private static async Task<(string Number, string Sheet)> ProposeAsync(WatchedPage director)
    {
        var page = director.Page;
        await director.OpenAsync("/cases?box=All&state=Screening&category=Enquiry");
        var number = (await page.Locator($"main tbody tr:has-text('{Title}') th a").First.InnerTextAsync()).Trim();
        await director.OpenAsync($"/joint/new?number={number}");
        await page.Locator("#Purpose").FillAsync("协调落实补偿，给出书面答复。");
        await PressAsync(director, "form[action$='/joint/new'] button.btn-primary");
        return (number, new Uri(page.Url).AbsolutePath);
    }

    /// <summary>1, 3, c: purpose, seats, place and time; whatever is missing is listed whenever it is called.</summary>
    private async Task PrepareAsync(WatchedPage director, string sheet, DateOnly today)
    {
        var page = director.Page;
        await PressAsync(director, $"form[action='{sheet}/call'] button");
        Assert.Equal(9, await page.GetByTestId("missing").Locator("li").CountAsync());
        await page.Locator("#Brief").FillAsync("请说明掌握的情况和依据。");
        await page.Locator("input[name=Agent][value=NotNeeded]").CheckAsync();
        await page.Locator("input[name=Interpreter][value=NotNeeded]").CheckAsync();
        await PressAsync(director, $"form[action='{sheet}/describe'] button");
        foreach (var (index, role) in new[] { (1, "Host"), (2, "Record") })
        {
            await director.OpenAsync($"{sheet}/seats/new?kind=Department");
            await page.Locator("#StaffId").SelectOptionAsync(new SelectOptionValue { Index = index });
            await page.Locator($"input[name=Role][value={role}]").CheckAsync();
            await PressAsync(director, "main form .pt-actions button");
        }

        await director.OpenAsync($"{sheet}/seats/new?kind=Agency");
        await page.Locator("#OrganKind").SelectOptionAsync("Government");
        await page.Locator("#Organ").FillAsync(Bureau);
        await page.Locator("#Bring").FillAsync("审批档案");
        await page.Locator("input[name=Role][value=Member]").CheckAsync();
        await JourneyLook.AtAsync(director, "j8", faults);
        await PressAsync(director, "main form .pt-actions button");
        await director.OpenAsync($"{sheet}/seats/new?kind=Petitioner");
        await page.Locator("#PersonName").FillAsync(Name);
        await PressAsync(director, "main form .pt-actions button");
        await page.Locator("#PlaceName").FillAsync("第二接待室");
        await PressAsync(director, $"form[action='{sheet}/places'] button");

        // Late today, so that the table sits on its day whatever the hour, and is over on the next.
        await page.Locator("#Day").FillAsync(Day(today));
        await page.Locator("#From").FillAsync("23:58");
        await page.Locator("#To").FillAsync("23:59");
        await PressAsync(director, $"form[action='{sheet}/time'] button");
        await PressAsync(director, $"form[action='{sheet}/tell'] button");
        await PressAsync(director, $"form[action='{sheet}/call'] button");
        Assert.Contains(Bureau, Assert.Single(await page.GetByTestId("missing").Locator("li").AllInnerTextsAsync()), StringComparison.Ordinal);
        await JourneyLook.AtAsync(director, "j8", faults);
    }

    /// <summary>2, a: the guest names who comes, on a phone; no other address opens to him.</summary>
    private async Task<string> InviteAsync(WatchedPage director, WatchedPage guest, string number)
    {
        await PressAsync(director, "form[action$='/invite'] button");
        var link = new Uri(await director.Page.GetByTestId("link").InnerTextAsync()).AbsolutePath;
        await guest.OpenAsync(link);
        await JourneyLook.AtAsync(guest, "j8", faults);
        await PressAsync(guest, "main form button[type=submit]");
        await JourneyLook.AtAsync(guest, "j8", faults);
        Assert.DoesNotContain(number, await guest.Page.ContentAsync(), StringComparison.Ordinal);
        await guest.Page.Locator("#person").FillAsync(Guest);
        await PressAsync(guest, "form[action$='/joint/session'] button");
        await guest.OpenAsync($"/cases/{number}");
        Assert.Contains("/staff/sign-in", guest.Page.Url, StringComparison.Ordinal);
        return link;
    }

    /// <summary>4, 5: who is there, the agenda, the minutes paragraph by paragraph, four measures with owner, date and proof.</summary>
    private async Task SitAsync(WatchedPage director, string sheet, DateOnly today)
    {
        var page = director.Page;
        await director.OpenAsync(sheet + "/table");
        await page.Locator("#title").FillAsync("听取信访人意见");
        await page.Locator("#minutes").FillAsync("20");
        await PressAsync(director, $"form[action='{sheet}/agenda'] button");
        await PressAsync(director, $"form[action='{sheet}/start'] button");
        await PressAsync(director, $"form[action='{sheet}/agenda/next'] button");
        var here = page.Locator("form[action*='/attendance/'] button[value=Present]");
        Assert.Equal(4, await here.CountAsync());
        for (var i = 0; i < 4; i++)
        {
            await here.Nth(i).FollowAsync();
        }

        // The petitioner's words, the views of host and bureau, his answer; opening and discussion may stay empty.
        foreach (var part in new[] { 1, 2, 3, 5 })
        {
            await page.GetByTestId("paragraph").Nth(part).Locator("form[action$='/take'] button").FollowAsync();
            var writing = page.Locator("section[aria-labelledby=writing-title] form").First;
            await writing.Locator("textarea").FillAsync($"第{part}部分的记录。");
            await writing.Locator("button.btn-primary").FollowAsync();
        }

        (SelectOptionValue Owner, int Days)[] measures = [(new() { Label = $"{Bureau} {Guest}" }, 0), (new() { Label = $"{Bureau} {Guest}" }, 7), (new() { Index = 1 }, 7), (new() { Index = 1 }, 20)];
        foreach (var (at, (owner, days)) in measures.Index())
        {
            await page.Locator("#What").FillAsync($"第{at + 1}项措施");
            await page.Locator("#Owner").SelectOptionAsync(owner);
            await page.Locator("#DueOn").FillAsync(Day(today.AddDays(days)));
            await page.Locator("#ProofWanted").FillAsync("书面材料");
            await PressAsync(director, $"form[action='{sheet}/measures'] button");
        }

        await PressAsync(director, $"form[action='{sheet}/end'] button");
        Assert.Equal(4, await page.GetByTestId("attendance").Locator("li").CountAsync());
        await JourneyLook.AtAsync(director, "j8", faults);
    }

    /// <summary>4, f: petitioner and host sign what is shown to them; the minutes hold who was there.</summary>
    private async Task SignAsync(WatchedPage director, string sheet)
    {
        var page = director.Page;
        for (var signer = 0; signer < 2; signer++)
        {
            await PressAsync(director, "[data-testid=signers] a");
            await page.Locator("details.pt-other-ways summary").ClickAsync();
            await page.Locator("#way-OnPaper").CheckAsync();
            if (signer == 0)
            {
                await JourneyLook.AtAsync(director, "j8", faults);
            }

            await PressAsync(director, "details.pt-other-ways button[type=submit]");
        }

        await PressAsync(director, $"form[action='{sheet}/confirm'] button");
        await director.OpenAsync(sheet + "/minutes/print");
        Assert.Contains(Guest, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>6, d, e: the late one by its owner's own link and not without proof; the others in time, one declared failed.</summary>
    private async Task EndMeasuresAsync(WatchedPage director, WatchedPage owner, WatchedPage stranger, string sheet)
    {
        var page = director.Page;
        await director.OpenAsync(sheet + "/table");
        Assert.Equal(["4", "1", "0"], await CountsAsync(page));
        await PressAsync(director, "form[action*='/measures/'][action$='/link'] button");
        var own = new Uri(await page.GetByTestId("link").InnerTextAsync()).AbsolutePath;
        await owner.OpenAsync(own);
        await JourneyLook.AtAsync(owner, "j8", faults);
        await PressAsync(owner, "button[name=done][value=true]");
        Assert.Equal(1, await owner.Page.Locator("#result-error").CountAsync());
        await owner.Page.Locator("#result").FillAsync("审批档案复印件已经送达。");
        await PressAsync(owner, "button[name=done][value=true]");
        await stranger.OpenAsync(own, 404);

        await director.OpenAsync(sheet + "/table");
        foreach (var done in new[] { "true", "true", "false" })
        {
            var form = page.Locator("form[action*='/measures/'][action$='/end']").First;
            await form.Locator("input[name=result]").FillAsync(done == "true" ? "已经书面说明。" : "临时安置房已经分配完毕。");
            await form.Locator($"button[value={done}]").FollowAsync();
        }

        Assert.Equal(["4", "1", "3"], await CountsAsync(page));
        await JourneyLook.AtAsync(director, "j8", faults);
    }

    /// <summary>6: the petitioner himself, on a phone, with a new code from the desk: notice and minutes, each measure and what became of it.</summary>
    private async Task OwnAsync(WatchedPage desk, WatchedPage citizen, string number)
    {
        await desk.OpenAsync("/desk/codes");
        await desk.Page.Locator("#Number").FillAsync(number);
        await desk.Page.Locator("#Name").FillAsync(Name);
        await desk.Page.Locator("input[name=Shown]").CheckAsync();
        await desk.Page.Locator("#Reason").FillAsync("查询码遗失。");
        await PressAsync(desk, "form[action$='/desk/codes'] button[type=submit]");
        var code = (await desk.Page.GetByTestId("code").InnerTextAsync()).Trim();
        Assert.Empty(desk.Problems);

        await citizen.OpenAsync("/petitions/track");
        await citizen.Page.Locator("#Number").FillAsync(number);
        await citizen.Page.Locator("#Code").FillAsync(code);
        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        await PressAsync(citizen, "a[href$='/joint-visits']");
        var main = citizen.Page.Locator("main");
        Assert.Equal(2, await main.Locator("a[href*='/documents/']").CountAsync());
        Assert.Equal(4, await main.Locator("ol li").CountAsync());
        Assert.Equal((3, 1), (await main.Locator("ol .pt-tag-green").CountAsync(), await main.Locator("ol .pt-tag-amber").CountAsync()));
        var told = await main.InnerTextAsync();
        Assert.Contains(Bureau, told, StringComparison.Ordinal);
        Assert.Contains("临时安置房已经分配完毕。", told, StringComparison.Ordinal);
        await JourneyLook.AtAsync(citizen, "j8", faults);
    }

    /// <summary>Measures, late, on time.</summary>
    private static async Task<IReadOnlyList<string>> CountsAsync(IPage page) =>
        [.. Regex.Matches(await page.GetByTestId("measure-counts").InnerTextAsync(), "[0-9]+").Select(match => match.Value)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task PressAsync(WatchedPage watched, string what) => watched.Page.Locator(what).First.FollowAsync();
}
