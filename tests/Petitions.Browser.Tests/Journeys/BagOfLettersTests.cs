using System.Diagnostics;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;
using Xunit.Abstractions;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J3 whole: seven scans dropped at once, seven dispositions with the keys alone, the alarm on an open board, the
/// transfer confirmed, the bag closed. The time of the alarm is printed, never asserted.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class BagOfLettersTests(BrowserFixture fixture, ITestOutputHelper output)
{
    private readonly List<string> faults = [];

    [Journey(0)]
    [InlineData(1440, "zh-Hans")]
    [WholeRunData(390, "en")]
    public async Task J3_SevenLetters_FromTheBagToTheSupervisor(int width, string culture)
    {
        PageSettings settings = new(width, culture);
        await using var clerk = await fixture.NewPageAsync(settings, "ReceptionOfficer");
        await using var director = await fixture.NewPageAsync(settings, "PetitionDirector");
        var (page, keys) = (clerk.Page, clerk.Page.Keyboard);

        // 1: one bag, seven scans at once; each becomes a row.
        var scans = await ScansAsync(clerk, culture);
        await OpenAsync(clerk, "/desk/post");
        var today = await page.Locator("#ReceivedOn").InputValueAsync();
        await keys.PressAsync("Control+Enter");
        await page.ArrivedAsync(url => url.Contains("/desk/post/", StringComparison.Ordinal));
        var bag = new Uri(page.Url).AbsolutePath;
        await page.Locator("#Files").SetInputFilesAsync(scans);
        await page.LeaveAsync(() => page.Locator("button[name=Do]").ClickAsync());
        await page.Locator("tbody tr").Nth(6).WaitForAsync();
        Assert.Equal(7, await page.Locator("tbody tr").CountAsync());
        await JourneyLook.AtAsync(clerk, "j3", faults);
        // a: not while a row is open.
        await page.LeaveAsync(() => keys.PressAsync("Control+Enter"));
        Assert.Equal(1, await page.Locator("#error-summary").CountAsync());

        // 2: the dispositions, one after the other.
        await page.LeaveAsync(() => keys.PressAsync("Alt+n"));
        await JourneyLook.AtAsync(clerk, "j3", faults);
        var name = culture == "en" ? "谭秋月" : "谭秋阳";
        await FillAsync(page, name, "Complaint", "请求监督公安机关对被盗一案立案。");
        await NextAsync(clerk);

        await AsAsync(clerk, "2");
        await page.Locator("#Note").FillAsync("信内和信封上均无姓名、地址、电话。");
        await page.Locator("#Category").SelectOptionAsync("Report");
        await page.Locator("#Request").FillAsync("反映集体林地承包有问题。");
        await page.Locator("#NoticeWay").SelectOptionAsync("Portal");
        await NextAsync(clerk);

        await AsAsync(clerk, "3");
        var first = (await page.Locator("form p.pt-hint .pt-num").First.InnerTextAsync()).Trim().Split(' ', '\n')[0];
        await FillAsync(page, name, "Complaint", "请求监督公安机关对被盗一案立案。");
        await page.Locator("#Earlier").FillAsync(first);
        await page.Locator("#RepeatReason").FillAsync("同一人同一事，寄了两次。");
        await NextAsync(clerk);

        await AsAsync(clerk, "4");
        await FillAsync(page, "覃大勇", "RequestForDecision", $"请求发放拖欠的工资（{culture}）。");
        await page.Locator("#OrganKind").SelectOptionAsync("Government");
        await page.Locator("#OrganName").FillAsync("清溪县人力资源和社会保障局");
        await page.Locator("#TransferReason").FillAsync("拖欠工资由劳动监察办理。");
        await page.Locator("#Extract").FillAsync("反映某工地拖欠三个月工资，请求核查。");
        await NextAsync(clerk);

        await AsAsync(clerk, "5");
        await FillAsync(page, "韦春兰", "Suggestion", $"建议检察长到乡里接访（{culture}）。");
        await NextAsync(clerk);

        // d: the board stands open while the alarm is raised.
        await OpenAsync(director, "/board");
        var before = await CountAsync(director.Page);
        await AsAsync(clerk, "6");
        await page.Locator("#Note").FillAsync("信中说再没有答复就不活了。");
        await FillAsync(page, "黄新", "RequestForDecision", $"请求答复低保的问题（{culture}）。");
        var watch = Stopwatch.StartNew();
        await page.LeaveAsync(() => keys.PressAsync("Control+Enter"));
        await director.Page.WaitForFunctionAsync("(before) => Number((document.querySelector('[data-testid=risks]')?.textContent ?? '0').replace(/\\D/g, '')) > before", before);
        output.WriteLine($"alarm on the open board after {watch.Elapsed.TotalSeconds:F1} s");
        await JourneyLook.AtAsync(clerk, "j3", faults);
        await JourneyLook.AtAsync(director, "j3", faults);
        var risk = (await page.GetByTestId("number").InnerTextAsync()).Trim();
        Assert.Contains("李敏", await page.GetByTestId("contacts").InnerTextAsync(), StringComparison.Ordinal);
        await page.LeaveAsync(() => keys.PressAsync("Escape"));
        await page.LeaveAsync(() => keys.PressAsync("Alt+n"));

        await AsAsync(clerk, "7");
        await page.Locator("#Note").FillAsync("感谢接待大厅陈静耐心听老人说完。");
        await NextAsync(clerk);

        await page.LeaveAsync(() => keys.PressAsync("Control+Enter"));
        Assert.Equal(0, await page.Locator("#error-summary, #Files").CountAsync());
        await JourneyLook.AtAsync(clerk, "j3", faults);

        // 3: S1 sees the bag, confirms the transfer; the alarm is closed with who and when; the chief's letter is on its list.
        await OpenAsync(director, bag.Replace("/desk/", "/board/", StringComparison.Ordinal));
        Assert.Equal(7, await director.Page.Locator("tbody tr").CountAsync());
        await director.Page.Locator("tbody a[href*='/proposals']").FollowAsync();
        var proposal = director.Page.Locator("section.pt-panel").Filter(new() { HasText = $"（{culture}）" });
        await proposal.Locator("input[name=noConflict]").CheckAsync();
        await JourneyLook.AtAsync(director, "j3", faults);
        await proposal.Locator("button[value=true]").FollowAsync();
        await OpenAsync(director, bag.Replace("/desk/", "/board/", StringComparison.Ordinal));
        Assert.Equal(0, await director.Page.Locator("tbody a[href*='/proposals']").CountAsync());
        await OpenAsync(director, "/board/chief-letters");
        Assert.Equal(1, await director.Page.Locator("tbody tr").Filter(new() { HasText = $"建议检察长到乡里接访（{culture}）" }).CountAsync());
        await OpenAsync(director, "/board/alerts");
        var alarm = director.Page.Locator("tbody tr").Filter(new() { HasText = risk });
        await alarm.Locator("input[name=called]").FillAsync("沈清");
        await alarm.Locator("input[name=calledAt]").FillAsync($"{today}T00:01");
        await alarm.Locator("input[name=note]").FillAsync("已和派出所一起上门。");
        await alarm.Locator("form button").FollowAsync();
        Assert.Equal(0, await director.Page.Locator("tbody tr").Filter(new() { HasText = risk }).CountAsync());

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.Empty(clerk.ProblemsBeside("/desk/post/letters/", "/close").Concat(director.Problems));
    }

    private static async Task FillAsync(IPage page, string name, string category, string request)
    {
        await page.Locator("#Name").FillAsync(name);
        await page.Locator("#Address").FillAsync("清溪县栗坪乡杨梅冲村3号");
        await page.Locator("#Category").SelectOptionAsync(category);
        await page.Locator("#Request").FillAsync(request);
    }

    /// <summary>Chooses a disposition by its key.</summary>
    private async Task AsAsync(WatchedPage clerk, string number)
    {
        await clerk.Page.LeaveAsync(() => clerk.Page.Keyboard.PressAsync($"Alt+{number}"));
        await JourneyLook.AtAsync(clerk, "j3", faults);
    }

    /// <summary>Saves by key; a hint that it may be a running matter is answered with the same key once more.</summary>
    private static async Task NextAsync(WatchedPage clerk)
    {
        await clerk.Page.LeaveAsync(() => clerk.Page.Keyboard.PressAsync("Control+Enter"));
        if (await clerk.Page.GetByTestId("same").CountAsync() > 0)
        {
            await clerk.Page.LeaveAsync(() => clerk.Page.Keyboard.PressAsync("Control+Enter"));
        }

        Assert.Equal("", await clerk.Page.Locator("#error-summary").CountAsync() == 0 ? "" : await clerk.Page.Locator("#error-summary").InnerTextAsync());
    }

    private static async Task<int> CountAsync(IPage board) =>
        await board.EvaluateAsync<int>("() => Number((document.querySelector('[data-testid=risks]')?.textContent ?? '0').replace(/\\D/g, ''))");

    /// <summary>Seven pictures that look like letters; no two are alike.</summary>
    private static async Task<IEnumerable<FilePayload>> ScansAsync(WatchedPage clerk, string culture)
    {
        List<FilePayload> scans = [];
        var blank = await clerk.Page.Context.NewPageAsync();
        foreach (var number in Enumerable.Range(1, 7))
        {
            await blank.SetContentAsync($"<p style='font: 20px serif; width: 360px; height: 480px'>来信 {number} {culture}<br>检察院领导：<br>您好。</p>");
            scans.Add(new FilePayload { Name = $"letter-{number}.png", MimeType = "image/png", Buffer = await blank.ScreenshotAsync(new() { Clip = new() { Width = 380, Height = 500 } }) });
        }

        await blank.CloseAsync();
        return scans;
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await JourneyLook.AtAsync(watched, "j3", faults);
    }
}
