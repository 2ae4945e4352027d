using System.Globalization;
using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>
/// Journey J9 from the demo's low rating to the lesson, with the clock moved: call-back by a stranger, review matter and
/// proposal, opening, timeline, finding with its facts, the officer heard on his phone, opinion, decision, service, appeal,
/// training in one click, the end; a touched record shows on the timeline. The conflict guard: BoardPageTests.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class LookBackTests(BrowserFixture fixture)
{
    private const string Handler = "王磊";

    /// <summary>Answers every step of the checklist as done, each through its own form: ten pages alike are no journey.</summary>
    private const string AnswerAll = """
        async ([here, steps]) => {
            for (let step = 1; step <= steps; step++) {
                const address = `${here}/checks/${step}`;
                const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
                const typed = new URLSearchParams(new FormData(page.querySelector(`form[action$='/checks/${step}']`)));
                typed.set('Done', 'true');
                const answer = await fetch(address, { method: 'POST', body: typed });
                if (!answer.ok) { return step; }
            }
            return 0;
        }
        """;

    private readonly List<string> faults = [];

    [Journey(1)]
    [InlineData(390, "zh-Hans")]
    [WholeRunData(1440, "en")]
    public async Task J9_FromTheLowRatingToTheLesson_AndATouchedRecordShows(int width, string culture)
    {
        PageSettings settings = new(1440, culture);
        await using var inspector = await fixture.NewPageAsync(settings, "InspectionOfficer");
        await using var officer = await fixture.NewPageAsync(new PageSettings(width, culture), "CaseOfficer");
        await using var chief = await fixture.NewPageAsync(settings, "ChiefProcurator");
        var number = await CalledBackAsync(settings);

        // A day later the system has proposed it; the inspector opens it and investigates.
        await fixture.MoveClockAsync(TimeSpan.FromHours(24));
        var here = await OpenedAsync(inspector, number);
        var fact = await TimelineAsync(inspector, here);
        await FoundAsync(inspector, here, fact);

        // The officer knows of nothing until he is asked, and then of exactly what is put to him (tester f).
        await OpenAsync(officer, "/staff/reviews");
        var before = await officer.Page.Locator("main ul a").CountAsync();
        await PressAsync(inspector, "form[action$='/ask'] button");
        // An hour later he reads it and answers.
        await fixture.MoveClockAsync(TimeSpan.FromHours(1));
        await OpenAsync(officer, "/staff/reviews");
        Assert.Equal(before + 1, await officer.Page.Locator("main ul a").CountAsync());
        await PressAsync(officer, "main ul a");
        Assert.Contains(fact, await officer.Page.GetByTestId("finding").InnerTextAsync(), StringComparison.Ordinal);
        await officer.Page.Locator("#Text").FillAsync("办理中两次拨打电话无人接听，没有登记。");
        await PressAsync(officer, "form[action$='/statement'] button.btn-primary");

        await AdvisedAsync(inspector, here);
        await DecidedAsync(chief, inspector, here);
        await ContestedAsync(officer, inspector, here);
        await ClosedAsync(inspector, here);
        await TouchedAsync(inspector, here, number);
        Assert.Empty(faults);
        Assert.Empty(chief.Problems);
        Assert.Empty(inspector.ProblemsBeside("/findings/new"));
        Assert.Empty(officer.Problems);
    }

    /// <summary>Steps 1 and 2: somebody with no fact on the case calls, the complaint stands; a review matter begins and a look-back is proposed.</summary>
    private async Task<string> CalledBackAsync(PageSettings settings)
    {
        await using var caller = await fixture.NewPageAsync(settings, "PetitionDirector");
        await OpenAsync(caller, "/call-backs");
        var number = (await caller.Page.Locator("main tbody th .pt-num").First.InnerTextAsync()).Trim();
        await PressAsync(caller, "main tbody th a");
        await caller.Page.Locator("input[name=Outcome][value=ComplaintStands]").CheckAsync();
        await caller.Page.Locator("#Note").FillAsync("电话接通，来电人表示办理期间从来没有人给她打过电话，要求重新办理。");
        await caller.Page.Locator("input[name=Reopen][value=true]").CheckAsync();
        await caller.Page.Locator("#Trigger").SelectOptionAsync("R10");
        await PressAsync(caller, "main form[method=post] button.btn-primary");
        Assert.Equal("/call-backs", new Uri(caller.Page.Url).AbsolutePath);
        Assert.Equal(0, await caller.Page.Locator("main tbody tr").Filter(new() { HasText = number }).CountAsync());
        Assert.Empty(caller.Problems);
        return number;
    }

    private async Task<string> OpenedAsync(WatchedPage inspector, string number)
    {
        await OpenAsync(inspector, "/inspection/reviews");
        await inspector.Page.Locator("main tbody tr").Filter(new() { HasText = number }).Locator("th a").FollowAsync();
        var here = new Uri(inspector.Page.Url).AbsolutePath;
        await PressAsync(inspector, "a[href$='/open']");
        await inspector.Page.Locator("#Questions").FillAsync("是否按规定联系、告知信访人？");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        await PressAsync(inspector, "a[href$='/members']");
        await inspector.Page.Locator("#StaffId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(here, new Uri(inspector.Page.Url).AbsolutePath);
        return here;
    }

    /// <summary>Step 4: the spans add up to the days (tester a); a note stands beside a fact. Returns the place of the handler's first act.</summary>
    private async Task<string> TimelineAsync(WatchedPage inspector, string here)
    {
        await OpenAsync(inspector, here + "/timeline");
        var page = inspector.Page;
        var days = (await page.Locator("[data-testid=span] td:nth-of-type(2)").AllInnerTextsAsync()).Sum(text => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture));
        Assert.Matches($@"(?<!\d){days}(?!\d)", await page.GetByTestId("days").InnerTextAsync());
        var fact = (await page.Locator("tr:has(span[id^='f-'])").Filter(new() { HasText = Handler }).First.Locator("th span").InnerTextAsync()).Trim();
        await page.Locator("#Seq").FillAsync(fact.TrimStart('#'));
        await page.Locator("#Text").FillAsync("此前没有联系记录。");
        await PressAsync(inspector, "form[action$='/timeline'] button");
        Assert.Contains("此前没有联系记录。", await inspector.Page.Locator($"tr:has(#f-{fact.TrimStart('#')})").InnerTextAsync(), StringComparison.Ordinal);
        return fact;
    }

    /// <summary>Step 5: without a fact the finding cannot be saved, and what was typed stays (tester d).</summary>
    private async Task FoundAsync(WatchedPage inspector, string here, string fact)
    {
        await OpenAsync(inspector, here + "/findings/new");
        var page = inspector.Page;
        await page.Locator("#StaffId").SelectOptionAsync(new SelectOptionValue { Label = Handler });
        await page.Locator("input[name=Factor][value=NoNotice]").CheckAsync();
        await page.Locator("input[name=Verdict][value=Partly]").CheckAsync();
        await page.Locator("#Text").FillAsync("办理期间没有告知进度。");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(1, await page.Locator("#Facts-error").CountAsync());
        Assert.Equal("办理期间没有告知进度。", await page.Locator("#Text").InputValueAsync());
        await page.Locator("#Facts").FillAsync(fact);
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(here, new Uri(page.Url).AbsolutePath);
    }

    private async Task AdvisedAsync(WatchedPage inspector, string here)
    {
        await OpenAsync(inspector, here);
        var steps = await inspector.Page.Locator("a[href*='/checks/']").CountAsync();
        Assert.True(steps > 5, "The checklist is not shown.");
        Assert.Equal(0, await inspector.Page.EvaluateAsync<int>(AnswerAll, new object[] { here, steps }));
        await PressAsync(inspector, "a[href$='/opinion']");
        await inspector.Page.Locator("input[name=Opinion][value=GrossNegligence]").CheckAsync();
        await inspector.Page.Locator("input[name=Severity][value=Slight]").CheckAsync();
        await inspector.Page.Locator("#Causation").FillAsync("没有登记联系，信访人不知道进度。");
        await inspector.Page.Locator("#Measure").SelectOptionAsync("Correction");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(here, new Uri(inspector.Page.Url).AbsolutePath);
    }

    /// <summary>The leader reads finding, statement and opinion, and decides; the decision is served with a receipt.</summary>
    private async Task DecidedAsync(WatchedPage chief, WatchedPage inspector, string here)
    {
        await OpenAsync(chief, here);
        await PressAsync(chief, "a[href$='/decision']");
        await chief.Page.Locator("input[name=Opinion][value=GrossNegligence]").CheckAsync();
        await chief.Page.Locator("#Measure").SelectOptionAsync("Correction");
        await chief.Page.Locator("#Hours").FillAsync("8");
        await chief.Page.Locator("#Reason").FillAsync("同意查究意见。");
        await PressAsync(chief, "main form[method=post] button.btn-primary");
        await OpenAsync(inspector, here);
        await PressAsync(inspector, "a[href$='/service']");
        await inspector.Page.Locator("#Way").SelectOptionAsync("Counter");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(2, await inspector.Page.Locator("main a[href*='/papers/']").CountAsync());
    }

    /// <summary>The officer reads it on his phone and appeals; what the next higher office decided is written down.</summary>
    private async Task ContestedAsync(WatchedPage officer, WatchedPage inspector, string here)
    {
        await OpenAsync(officer, "/staff/reviews");
        await PressAsync(officer, "main ul a");
        await officer.Page.Locator("main a[href*='/papers/']").First.FollowAsync();
        Assert.Equal(1, await officer.Page.Locator("main h1").CountAsync());
        await officer.Page.Locator("nav.bar a").First.FollowAsync();
        await officer.Page.Locator("#Text").FillAsync("当天两次拨打电话，有通话记录。");
        await PressAsync(officer, "button[formaction$='/appeal']");
        await OpenAsync(inspector, here);
        await PressAsync(inspector, "a[href$='/appeal-ruling']");
        await inspector.Page.Locator("input[name=Result][value=Upheld]").CheckAsync();
        await inspector.Page.Locator("#Organ").FillAsync("上级人民检察院");
        await inspector.Page.Locator("#Reason").FillAsync("维持原决定。");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
    }

    /// <summary>Steps 6 and 7: a training proposal in one click, the end, the cause in the trend, the year without names.</summary>
    private async Task ClosedAsync(WatchedPage inspector, string here)
    {
        await PressAsync(inspector, "form[action$='/training'] button");
        Assert.Equal(1, await inspector.Page.GetByTestId("lesson").CountAsync());
        await PressAsync(inspector, "a[href$='/close']");
        await inspector.Page.Locator("input[name=Outcome][value=Partly]").CheckAsync();
        await inspector.Page.Locator("#Told").FillAsync("经倒查，办理中没有按规定告知进度，已责令改正。");
        await PressAsync(inspector, "main form[method=post] button.btn-primary");
        Assert.Equal(here, new Uri(inspector.Page.Url).AbsolutePath);
        await OpenAsync(inspector, "/inspection/reviews/causes");
        Assert.True(await inspector.Page.Locator("figure.pt-chart").CountAsync() > 0, "The cause stands in the trend.");
        await OpenAsync(inspector, "/inspection/reviews/summary");
        Assert.DoesNotContain(Handler, await inspector.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Tester c: the timeline says what is wrong while the record is touched, and nothing before and after.</summary>
    private async Task TouchedAsync(WatchedPage inspector, string here, string number)
    {
        await OpenAsync(inspector, here + "/timeline");
        Assert.Equal(0, await inspector.Page.GetByTestId("broken").CountAsync());
        await using (await TamperedFact.ChangeAsync(fixture.ConnectionString, number, seq: 2))
        {
            await OpenAsync(inspector, here + "/timeline");
            Assert.Contains("#2", await inspector.Page.GetByTestId("broken").InnerTextAsync(), StringComparison.Ordinal);
        }

        await OpenAsync(inspector, here + "/timeline");
        Assert.Equal(0, await inspector.Page.GetByTestId("broken").CountAsync());
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
