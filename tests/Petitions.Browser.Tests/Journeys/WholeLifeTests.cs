using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// J1, the staff half and J15 in the real browser: filed on a phone, screened, accepted, answered, returned once, approved,
/// sent, read, rated, confirmed, closed, archived; then the receipt and the log are checked. Once with the keyboard alone:
/// filing, screening, acceptance, extension, draft, return, approval, sending, rating, outcome, closing, archive, proof (UX-031).
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class WholeLifeTests(BrowserFixture fixture)
{
    // Shown wherever the text is shown, and never run (security.md C1).
    private const string Hostile = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";

    private readonly List<string> faults = [];
    private Hand hand = Hand.Pointer;

    [Journey(0)]
    [InlineData(390, false, "zh-Hans", false)]
    [WholeRunData(1440, true, "en", true)]
    public async Task Matter_FromThePhoneToTheArchive(int width, bool script, string culture, bool keyboard)
    {
        hand = keyboard ? new KeyboardHand(faults) : Hand.Pointer;
        PageSettings settings = new(width, culture, JavaScript: script);
        await using var citizen = await fixture.NewPageAsync(settings);
        var (number, code, hash) = await FileAsync(citizen);

        await using (var screening = await fixture.NewPageAsync(settings, "ScreeningOfficer"))
        {
            await ScreenAsync(screening, number);
        }

        await using var handler = await fixture.NewPageAsync(settings, "CaseOfficer");
        await using var head = await fixture.NewPageAsync(settings, "DepartmentHead");
        await OpenAsync(handler, $"/cases/{number}");
        await PressAsync(handler, "form[action$='/start'] button");
        await ExtendAsync(handler, settings, number);
        await DraftAsync(handler, number, "经查，公安机关五个月未作决定。");
        await OpenAsync(head, $"/cases/{number}/decide");
        await PressAsync(head, "form[action$='/return'] button");
        Assert.Equal(1, await head.Page.Locator("#Reason-error").CountAsync());
        await hand.FillAsync(head.Page.Locator("#Reason"), "请补充报案日期。");
        await PressAsync(head, "form[action$='/return'] button");
        await DraftAsync(handler, number, "经查，去年十月九日报案，公安机关五个月未作决定。");
        await OpenAsync(head, $"/cases/{number}/decide");
        await PressAsync(head, "form[action$='/approve'] button");
        await OpenAsync(handler, $"/cases/{number}");
        await PressAsync(handler, "form[action$='/send'] button");

        await TrackAsync(citizen, number, code);
        await PressAsync(citizen, "a[href$='/replies']");
        await PressAsync(citizen, "main a[href*='/replies/']");
        Assert.True(await citizen.Page.Locator("main h2").CountAsync() >= 4, "The answer has not its headed parts.");
        await PressAsync(citizen, "a[href$='/rate']");
        foreach (var aspect in new[] { "Attitude", "Timeliness", "Result", "FirstHandler" })
        {
            await hand.CheckAsync(citizen.Page.Locator($"input[name={aspect}][value=Satisfied]"));
        }

        await PressAsync(citizen, "form[action$='/rate'] button");
        await OpenAsync(handler, $"/cases/{number}");
        await hand.UnfoldAsync(handler.Page.Locator("details:has(form[action$='/outcome']) > summary"));
        await hand.SelectAsync(handler.Page.Locator("#Outcome"), "Supported");
        await PressAsync(handler, "form[action$='/outcome'] button");
        await OpenAsync(citizen, $"/petitions/{number}/outcome");
        await PressAsync(citizen, "form[action$='/outcome/confirm'] button");
        await OpenAsync(handler, $"/cases/{number}");
        await PressAsync(handler, "form[action$='/close'] button");
        await using (var archive = await fixture.NewPageAsync(settings, "ArchiveKeeper"))
        {
            await OpenAsync(archive, $"/cases/{number}");
            await hand.SelectAsync(archive.Page.Locator("#RetentionClass"), "Long");
            await PressAsync(archive, "form[action$='/archive'] button");
        }

        await CheckProofAsync(citizen, settings, number, code, hash);
        await CompareTimelinesAsync(citizen, handler, number, code);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private async Task<(string Number, string Code, string Hash)> FileAsync(WatchedPage citizen)
    {
        var page = citizen.Page;
        await OpenAsync(citizen, "/petitions/new");
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("#Consent"));
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("#ForWhom"));
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("input[value=Complaint]"));
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("input[value=B5]"));
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("input[value=RealNameUnverified]"));
        await NextAsync(citizen);
        await hand.FillAsync(page.Locator("#Name"), "刘芳");
        await NextAsync(citizen);
        await NextAsync(citizen);
        await NextAsync(citizen);
        await hand.FillAsync(page.Locator("#Request"), "请求监督公安机关立案。" + Hostile);
        await hand.FillAsync(page.Locator("#Text"), "去年十月报案后五个月没有收到是否立案的决定。" + Hostile);
        await NextAsync(citizen);
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("input[value=D990101]"));
        await NextAsync(citizen);
        await hand.CheckAsync(page.Locator("#Declared"));
        await NextAsync(citizen);
        return ((await page.GetByTestId("number").InnerTextAsync()).Trim(), (await page.GetByTestId("query-code").InnerTextAsync()).Trim(), (await page.GetByTestId("hash").InnerTextAsync()).Trim());
    }

    private async Task ScreenAsync(WatchedPage officer, string number)
    {
        var page = officer.Page;
        await OpenAsync(officer, $"/screening/{number}");
        await hand.CheckAsync(page.Locator("#NoConflict"));
        await PressAsync(officer, "form[action$='/start'] button");
        await hand.CheckAsync(page.Locator("input[name=Urgency][value=Normal]"));
        await hand.CheckAsync(page.Locator("input[name=Track][value=LitigationRights]"));
        await hand.CheckAsync(page.Locator("input[name=IsProcuratorateRelated][value=false]"));
        await hand.CheckAsync(page.Locator("input[name=Confidentiality][value=Normal]"));
        await PressAsync(officer, "form[action$='/classify'] button");
        var unit = await page.Locator("#department option").EvaluateAllAsync<string[]>("all => all.map(one => one.value + '|' + one.textContent)");
        await hand.SelectAsync(page.Locator("#department"), unit.Single(one => SecondDepartment().IsMatch(one)).Split('|')[0]);
        await PressAsync(officer, "form:has(#department) button");
        await hand.CheckAsync(page.Locator("form[action$='/accept'] .form-check:has-text('王磊') input[name=FirstHandlerId]"));
        await hand.FillAsync(page.Locator("#OverrideReason"), "由第二检察部审查。");
        await hand.CheckAsync(page.Locator("form[action$='/accept'] #NoConflict"));
        await PressAsync(officer, "form[action$='/accept'] button");
        Assert.EndsWith("/screening", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    private async Task DraftAsync(WatchedPage handler, string number, string facts)
    {
        await OpenAsync(handler, $"/cases/{number}/reply");
        await hand.FillAsync(handler.Page.Locator("#ClaimAnswers"), "请求监督立案：予以支持。");
        await hand.FillAsync(handler.Page.Locator("#Facts"), facts);
        await hand.FillAsync(handler.Page.Locator("#Law"), "");
        await PressAsync(handler, "button[value=submit]");
        Assert.True(await handler.Page.Locator("#error-summary li").CountAsync() > 0, "A reply without law was taken.");
        Assert.Equal(facts, await handler.Page.Locator("#Facts").InputValueAsync());
        await hand.FillAsync(handler.Page.Locator("#Law"), "应当在规定时间内作出是否立案的决定。");
        await hand.FillAsync(handler.Page.Locator("#Articles"), "《人民检察院刑事诉讼规则》第五百五十八条");
        await hand.FillAsync(handler.Page.Locator("#Reason"), "长期不作决定影响当事人权利。" + Hostile);
        await hand.SelectAsync(handler.Page.Locator("#Assessment"), "Supported");
        await PressAsync(handler, "button[value=submit]");
    }

    /// <summary>The handler asks for a month more, the deputy chief grants it, and the clock's page says so.</summary>
    private async Task ExtendAsync(WatchedPage handler, PageSettings settings, string number)
    {
        // A limit is extended on the day after it began at the earliest.
        await fixture.MoveClockAsync(TimeSpan.FromHours(24));
        await PressAsync(handler, $"a[href*='/clocks/']:text-matches('三个月内结果答复|Final result reply')");
        await hand.FillAsync(handler.Page.Locator("#Amount"), "1");
        await PressAsync(handler, "form[action$='/extend'] button");
        Assert.Equal(1, await handler.Page.Locator("#error-summary li").CountAsync());
        Assert.Equal("1", await handler.Page.Locator("#Amount").InputValueAsync());
        await hand.FillAsync(handler.Page.Locator("#ExtendText"), "需要补充调查。");
        await PressAsync(handler, "form[action$='/extend'] button");
        await using var deputy = await fixture.NewPageAsync(settings, "DeputyChief");
        await OpenAsync(deputy, "/proposals");
        await PressAsync(deputy, $"section:has(a[href$='{number}']) button[value=true]");
        Assert.Equal(0, await deputy.Page.Locator($"section:has(a[href$='{number}'])").CountAsync());
        await OpenAsync(handler, new Uri(handler.Page.Url).AbsolutePath);
        Assert.Contains("需要补充调查。", await handler.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>J15: the holder of the receipt and the inspector find the record untouched; the number alone says nothing.</summary>
    private async Task CheckProofAsync(WatchedPage citizen, PageSettings settings, string number, string code, string hash)
    {
        await OpenAsync(citizen, "/verify");
        await hand.FillAsync(citizen.Page.Locator("#Number"), number);
        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        Assert.True(await citizen.Page.Locator("#error-summary li").CountAsync() > 0, "The number alone was enough.");
        await hand.FillAsync(citizen.Page.Locator("#Number"), number);
        await hand.FillAsync(citizen.Page.Locator("#Hash"), hash);
        await hand.FillAsync(citizen.Page.Locator("#QueryCode"), code);
        await PressAsync(citizen, "main form[method=post] button.btn-primary");
        Assert.Equal(1, await citizen.Page.Locator(".pt-receipt[role=status]").CountAsync());
        await using var inspector = await fixture.NewPageAsync(settings, "InspectionOfficer");
        await OpenAsync(inspector, "/inspection/verify");
        await PressAsync(inspector, "form[action$='/inspection/verify'] button");
        Assert.Equal(1, await inspector.Page.Locator(".pt-receipt[role=status]").CountAsync());
    }

    /// <summary>J1 (f): the citizen's timeline is the staff's without the events marked internal.</summary>
    private async Task CompareTimelinesAsync(WatchedPage citizen, WatchedPage handler, string number, string code)
    {
        await TrackAsync(citizen, number, code);
        var told = await citizen.Page.Locator(".pt-timeline li").CountAsync();
        await using var director = await fixture.NewPageAsync(handler.Settings, "PetitionDirector");
        await OpenAsync(director, $"/cases/{number}");
        var all = await director.Page.Locator(".pt-timeline li").CountAsync();
        var words = handler.Settings.Culture == "en" ? "Internal" : "内部";
        var inside = await director.Page.Locator(".pt-timeline li").Filter(new() { HasText = words }).CountAsync();
        Assert.True(inside > 0, "No event is marked internal.");
        Assert.Equal(all - inside, told);
    }

    private async Task TrackAsync(WatchedPage citizen, string number, string code)
    {
        await OpenAsync(citizen, "/petitions/track");
        await hand.FillAsync(citizen.Page.Locator("#Number"), number);
        await hand.FillAsync(citizen.Page.Locator("#Code"), code);
        await NextAsync(citizen);
    }

    private async Task OpenAsync(WatchedPage watched, string address)
    {
        await watched.OpenAsync(address);
        await LookAsync(watched);
    }

    private Task NextAsync(WatchedPage watched) => PressAsync(watched, "main form[method=post] button.btn-primary");

    /// <summary>Presses what the page offers and looks at what comes.</summary>
    private async Task PressAsync(WatchedPage watched, string what)
    {
        await hand.PressAsync(watched.Page.Locator(what).First);
        await LookAsync(watched);
    }

    private async Task LookAsync(WatchedPage watched)
    {
        var page = watched.Page;
        var place = new Uri(page.Url).AbsolutePath;
        if ((await page.TitleAsync()).Contains("taken", StringComparison.Ordinal))
        {
            faults.Add($"{place} ran what a petitioner wrote");
        }

        await JourneyLook.AtAsync(watched, "life", faults);
    }

    [GeneratedRegex("第二检察部|Second|No\\. ?2|II")]
    private static partial Regex SecondDepartment();
}
