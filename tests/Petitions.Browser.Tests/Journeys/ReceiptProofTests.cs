using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J15, "show me that my record was not changed": the receipt with its hash and the posted root of the day before,
/// the check by its code, what it says and does not say to strangers, and the drill in which the database is changed past
/// the portal. The offline verifier (step 3) and the other four drills run without a browser: VerbTests, DrillTests.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ReceiptProofTests(BrowserFixture fixture)
{
    private const string WrongHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly List<string> faults = [];

    [Journey(1)]
    [WholeRunData(390, "zh-Hans")]
    [InlineData(1440, "en")]
    public async Task J15_TheReceiptHolds_StrangersLearnNothing_AndAChangeIsFound(int width, string culture)
    {
        PageSettings settings = new(width, culture);
        await using var citizen = await fixture.NewPageAsync(settings);
        var page = citizen.Page;
        await FileAsync(citizen);
        var number = (await page.GetByTestId("number").InnerTextAsync()).Trim();
        var code = (await page.GetByTestId("query-code").InnerTextAsync()).Trim();
        var hash = (await page.GetByTestId("hash").InnerTextAsync()).Trim();

        // 2: the receipt names the root posted before it; the same line stands on the site, with its file to copy.
        var root = (await page.GetByTestId("root").InnerTextAsync()).Trim();
        await OpenAsync(citizen, "/verify/roots");
        Assert.Contains(root, await page.Locator("main tbody").InnerTextAsync(), StringComparison.Ordinal);
        var file = await page.Locator("main tbody a").First.GetAttributeAsync("href");
        Assert.Contains(root, await (await page.APIRequest.GetAsync(new Uri(citizen.Site, file).ToString())).TextAsync(), StringComparison.Ordinal);

        // 1: the address in the code fills the form; the page recomputes. What was added later is listed for who has the code.
        Assert.Equal("same", await CheckAsync(citizen, number, hash, null));
        await OpenAsync(citizen, $"/petitions/track?number={number}");
        await page.Locator("#Code").FillAsync(code);
        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        await PressAsync(citizen, "a[href$='/add']");
        await page.Locator("#Text").FillAsync("补充：医院收费单据。");
        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        Assert.Equal("same", await CheckAsync(citizen, number, hash, null));
        Assert.Equal(0, await page.Locator("main [role=status] li").CountAsync());
        Assert.Equal("same", await CheckAsync(citizen, number, hash, code));
        Assert.Equal(1, await page.Locator("main [role=status] li time").CountAsync());

        // d: the page says what it does not prove.
        Assert.Equal(3, await page.Locator("main section:first-of-type li").CountAsync());

        // Number with a wrong hash and an unknown number are one answer.
        Assert.Equal("other", await CheckAsync(citizen, number, WrongHash, code));
        var known = await page.Locator("main [role=status]").InnerTextAsync();
        Assert.Equal("other", await CheckAsync(citizen, "QX-2222-3333", WrongHash, code));
        Assert.Equal(known, await page.Locator("main [role=status]").InnerTextAsync());

        // 4: the database is changed past the portal: the inspector is led to the event, the receipt no longer holds.
        await using var inspector = await fixture.NewPageAsync(settings, "InspectionOfficer");
        Assert.Empty(await FindingsAsync(inspector));
        await using (await TamperedFact.ChangeAsync(fixture.ConnectionString, number, seq: 2))
        {
            var finding = Assert.Single(await FindingsAsync(inspector));
            Assert.Matches("(^|[^0-9])2 PetitionRegistered", finding);
            Assert.Equal("other", await CheckAsync(citizen, number, hash, null));
            Assert.Contains(number, await page.Locator("main [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(await FindingsAsync(inspector));
        Assert.Equal("same", await CheckAsync(citizen, number, hash, null));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.Empty(citizen.Problems.Concat(inspector.Problems));
    }

    /// <summary>Opens what the code on the receipt leads to and presses the button.</summary>
    private async Task<string> CheckAsync(WatchedPage citizen, string number, string hash, string? code)
    {
        await OpenAsync(citizen, $"/verify?number={number}&hash={hash}");
        if (code is not null)
        {
            await citizen.Page.Locator("#QueryCode").FillAsync(code);
        }

        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        return await citizen.Page.Locator("main .pt-receipt[role=status]").CountAsync() == 1 ? "same" : "other";
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(WatchedPage inspector)
    {
        await OpenAsync(inspector, "/inspection/verify");
        await PressAsync(inspector, "form[action$='/inspection/verify'] button");
        return [.. (await inspector.Page.Locator("main tbody tr").AllInnerTextsAsync()).Select(row => row.ReplaceLineEndings(" ").Replace('\t', ' '))];
    }

    private async Task FileAsync(WatchedPage citizen)
    {
        var page = citizen.Page;
        await citizen.OpenAsync("/petitions/new");
        await NextAsync(citizen);
        await page.Locator("#Consent").CheckAsync();
        await NextAsync(citizen);
        await page.Locator("#ForWhom").CheckAsync();
        await NextAsync(citizen);
        await page.Locator("input[value=Complaint]").CheckAsync();
        await NextAsync(citizen);
        await page.Locator("input[value=B5]").CheckAsync();
        await NextAsync(citizen);
        await page.Locator("input[value=RealNameUnverified]").CheckAsync();
        await NextAsync(citizen);
        await page.Locator("#Name").FillAsync("刘芳");
        await NextAsync(citizen);
        await NextAsync(citizen);
        await NextAsync(citizen);
        await page.Locator("#Request").FillAsync("请求监督公安机关立案。");
        await page.Locator("#Text").FillAsync("去年十月报案后五个月没有收到是否立案的决定。");
        await NextAsync(citizen);
        await NextAsync(citizen);
        await page.Locator("input[value=D990101]").CheckAsync();
        await NextAsync(citizen);
        await page.Locator("#Declared").CheckAsync();
        await NextAsync(citizen);
    }

    // The steps of the form are looked at in J1; here they are only passed through.
    private static async Task NextAsync(WatchedPage citizen)
    {
        await citizen.Page.Locator("main form[method=post] button.btn-primary").First.FollowAsync();
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await JourneyLook.AtAsync(watched, "j15", faults);
    }

    private async Task PressAsync(WatchedPage watched, string what)
    {
        await watched.Page.Locator(what).First.FollowAsync();
        await JourneyLook.AtAsync(watched, "j15", faults);
    }
}
