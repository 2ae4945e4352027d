using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Exports;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Search;
using Petitions.Services.Setup;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Supervision;

/// <summary>Accountability reviews in the browser without script (journey J9), and the label nobody can find because there is none.</summary>
public sealed partial class BoardPageTests
{
    private const string Reviews = "/inspection/reviews";

    [Fact]
    public async Task Review_FromTheProposalToTheOfficersWords_PageByPage()
    {
        using var inspector = await portal.SignedInAsync("InspectionOfficer");
        using var screener = await portal.SignedInAsync("ScreeningOfficer");
        var petition = await AcceptedAsync();

        var unknown = await inspector.PostFormAsync($"{Reviews}/new", $"{Reviews}/new", ("Number", "QX-2222-3333"), ("Trigger", "R10"), ("Reason", "态度恶劣。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        var proposed = await inspector.PostFormAsync($"{Reviews}/new", $"{Reviews}/new", ("Number", petition.Number), ("Trigger", "R10"), ("Reason", "态度恶劣。"));
        var here = proposed.Headers.Location!.ToString();
        Assert.Contains(petition.Number, (await PageAsync(inspector, Reviews)).QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await inspector.PostFormAsync($"{here}/refuse", $"{here}/refuse", ("Reason", " "))).StatusCode);
        var body = await portal.QueryAsync(db => db.Departments.Where(d => d.Code == "D990101-09").Select(d => d.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync($"{here}/open", $"{here}/open", ("Questions", "是否按规定告知？"), ("From", "2026-01-01"), ("To", "2026-03-01"), ("BodyId", body.ToString()))).StatusCode);

        // The refusal names the fact, in words of the page.
        var officer = await StaffIdAsync("ScreeningOfficer");
        var refused = await inspector.PostFormAsync($"{here}/members", $"{here}/members", ("StaffId", officer.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Matches(@"#\d+ 开始甄别 \(\d{4}-\d\d-\d\d\)", new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector("#StaffId-error")!.TextContent);
        await inspector.PostFormAsync($"{here}/members", $"{here}/members", ("StaffId", (await StaffIdAsync("InspectionOfficer")).ToString()));

        var empty = await inspector.PostFormAsync($"{here}/findings/new", $"{here}/findings/new", ("StaffId", officer.ToString()), ("Factor", "NoNotice"), ("Verdict", "Partly"), ("Text", "没有告知。"), ("Facts", ""));
        Assert.NotNull(new HtmlParser().ParseDocument(await empty.Content.ReadAsStringAsync()).QuerySelector("#Facts[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync($"{here}/findings/new", $"{here}/findings/new", ("StaffId", officer.ToString()), ("Factor", "NoNotice"), ("Verdict", "Partly"), ("Text", "没有告知。"), ("Facts", "#1、2"))).StatusCode);
        // Other reviews may have been put to the same officer; this one is not his to know of yet.
        var known = await OwnReviewsAsync(screener);
        var sheet = await PageAsync(inspector, here);
        await inspector.PostFormAsync(here, sheet.QuerySelector("[data-testid=officer] form[action$='/ask']")!.GetAttribute("action")!);

        var own = Assert.Single((await OwnReviewsAsync(screener)).Except(known));
        var read = await PageAsync(screener, own);
        Assert.Equal(2, read.QuerySelectorAll("[data-testid=finding] li").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await screener.PostFormAsync(own, own + "/statement", ("Text", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await screener.PostFormAsync(own, own + "/statement", ("Text", "当天没有登记。"))).StatusCode);
        Assert.Contains("当天没有登记。", (await PageAsync(inspector, here)).QuerySelector("[data-testid=officer]")!.TextContent, StringComparison.Ordinal);

        await DecidedAndServedAsync(inspector, here, own);

        // Two papers, as page and docx; to the officer his own under his own address, to nobody else at all.
        foreach (var (reader, page) in new[] { (inspector, here), (screener, own) })
        {
            var links = (await PageAsync(reader, page)).QuerySelectorAll("main a[href*='/papers/']").Select(link => (Address: link.GetAttribute("href")!, Title: link.TextContent.Trim().Split(' ')[0])).ToList();
            Assert.Equal(["司法责任决定书", "送达回证"], links.Select(link => link.Title).Order(StringComparer.Ordinal));
            foreach (var (link, title) in links)
            {
                Assert.Contains(title, (await PageAsync(reader, link)).Body!.TextContent, StringComparison.Ordinal);
                Assert.Equal(DocxWriter.ContentType, (await reader.GetAsync(link + ".docx")).Content.Headers.ContentType!.MediaType);
                // This portal makes no PDF; it says so and shows the print view.
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await reader.GetAsync(link + ".pdf")).StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(link[..^1] + (link[^1] == '0' ? '1' : '0'))).StatusCode);
            }
        }

        // Whoever is reviewed, whoever handles, whoever is asked for a review that is not there: the same answer.
        using var handler = await portal.SignedInAsync("CaseOfficer");
        Assert.Equal(HttpStatusCode.NotFound, (await handler.GetAsync(own)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await screener.GetAsync(here)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await inspector.GetAsync($"{Reviews}/{Guid.NewGuid()}")).StatusCode);
    }

    /// <summary>Opinion, decision and service; no measure without a finding of liability, and a refused form keeps what was typed (seed feature 55).</summary>
    private async Task DecidedAndServedAsync(HttpClient inspector, string here, string own)
    {
        using var chief = await portal.SignedInAsync("ChiefProcurator");
        var officer = $"{here}/officers/{own.Split('/')[^1]}";
        await CheckedAsync(Guid.Parse(here.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync($"{officer}/opinion", $"{officer}/opinion", ("Opinion", "GrossNegligence"), ("Severity", "Slight"), ("Causation", "没有登记，信访人不知道进度。"), ("Measure", "Correction"))).StatusCode);
        var refused = await chief.PostFormAsync($"{officer}/decision", $"{officer}/decision", ("Opinion", "NoLiability"), ("Measure", "Correction"), ("Reason", "同意查究意见。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.NotNull(shown.QuerySelector("#Measure[aria-invalid=true]"));
        Assert.Equal("同意查究意见。", shown.QuerySelector("#Reason")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostFormAsync($"{officer}/decision", $"{officer}/decision", ("Opinion", "GrossNegligence"), ("Measure", "Correction"), ("Reason", "同意查究意见。"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await inspector.PostFormAsync($"{officer}/service", $"{officer}/service", ("On", "2026-02-30"), ("Way", "Counter"))).StatusCode);
        var today = ChinaTime.DateOf(portal.Clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync($"{officer}/service", $"{officer}/service", ("On", today), ("Way", "Counter"))).StatusCode);
    }

    private async Task CheckedAsync(Guid review)
    {
        var inspector = await ActorAsync("InspectionOfficer");
        await using var scope = portal.Services.CreateAsyncScope();
        var sheet = await scope.ServiceProvider.GetRequiredService<ReviewQueries>().SheetAsync(review, inspector, default);
        var investigation = scope.ServiceProvider.GetRequiredService<InvestigationService>();
        for (var step = 1; step <= sheet.Checklist!.Steps.Count; step++)
        {
            await investigation.CheckAsync(review, step, true, null, inspector, default);
        }
    }

    /// <summary>Seed feature 56: a training proposal in one click, the trend grows by one; journey J9 step 7: the petitioner reads the outcome, with no name in it.</summary>
    [Fact]
    public async Task Review_Closed_TrainsInOneClick_CountsItsCause_AndIsReadByThePetitioner()
    {
        using var inspector = await portal.SignedInAsync("InspectionOfficer");
        using var petitioner = portal.Browser();
        var keys = portal.Services.GetRequiredService<KeyRing>();
        var code = QueryCode.Derive(keys.CodeKey, Guid.NewGuid());
        var petition = await AcceptedAsync(filed => filed with { QueryCodeHash = code.Hash(keys.CodeKey) });
        var here = $"{Reviews}/{await OpenedAsync(petition)}";
        var counted = await CauseAsync(inspector);
        await ClearedAsync(Guid.Parse(here.Split('/')[^1]));
        await petitioner.PostFormAsync("/petitions/track", "/petitions/track", ("Number", petition.Number), ("Code", code.ToString()));
        Assert.Null((await PageAsync(petitioner, $"/petitions/{petition.Number}")).QuerySelector("[data-testid=review-outcome]"));

        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync(here, $"{here}/training", ("cause", "NoNotice"))).StatusCode);
        Assert.Contains("8", Assert.Single((await PageAsync(inspector, here)).QuerySelectorAll("[data-testid=lesson]")).TextContent, StringComparison.Ordinal);
        var named = await inspector.PostFormAsync($"{here}/close", $"{here}/close", ("Outcome", "Partly"), ("Causes", "NoNotice"), ("Told", "孙涛已查清。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, named.StatusCode);
        Assert.NotNull(new HtmlParser().ParseDocument(await named.Content.ReadAsStringAsync()).QuerySelector("#Told[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync($"{here}/close", $"{here}/close", ("Outcome", "Partly"), ("Causes", "NoNotice"), ("Told", "办理中没有按规定告知进度，已经改正。"))).StatusCode);

        Assert.Equal(counted + 1, await CauseAsync(inspector));
        using var colleague = await portal.SignedInAsync("CaseOfficer");
        Assert.Contains("未告知", (await PageAsync(colleague, "/staff/lessons")).QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有按规定告知进度", (await PageAsync(petitioner, $"/petitions/{petition.Number}")).QuerySelector("[data-testid=review-outcome]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await PageAsync(inspector, here)).QuerySelectorAll("main a[href*='/papers/']").Length);
    }

    /// <summary>Nobody is at fault: the review ends by its form, with the reason.</summary>
    [Fact]
    public async Task Review_NobodyAtFault_EndsByItsForm()
    {
        using var inspector = await portal.SignedInAsync("InspectionOfficer");
        var petition = await AcceptedAsync();
        var here = $"{Reviews}/{await OpenedAsync(petition)}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await inspector.PostFormAsync($"{here}/no-fault", $"{here}/no-fault", ("Reason", "录音显示态度正常。"), ("Told", "反映的情况不属实。"))).StatusCode);
        await CheckedAsync(Guid.Parse(here.Split('/')[^1]));
        var named = await inspector.PostFormAsync($"{here}/no-fault", $"{here}/no-fault", ("Reason", "录音显示态度正常。"), ("Told", "孙涛已查清。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, named.StatusCode);
        Assert.NotNull(new HtmlParser().ParseDocument(await named.Content.ReadAsStringAsync()).QuerySelector("#Told[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.Redirect, (await inspector.PostFormAsync($"{here}/no-fault", $"{here}/no-fault", ("Reason", "录音显示态度正常。"), ("Told", "反映的情况不属实。"))).StatusCode);

        var page = await PageAsync(inspector, here);
        Assert.Contains("录音显示态度正常。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main a[href$='/no-fault']"));
        Assert.Null(page.QuerySelector("[data-testid=cover]"));
    }

    /// <summary>Closed reviews that name the cause, as the page of the trend counts them.</summary>
    private static async Task<List<string>> OwnReviewsAsync(HttpClient officer) =>
        [.. (await PageAsync(officer, "/staff/reviews")).QuerySelectorAll("main ul a").Select(link => link.GetAttribute("href")!)];

    private static async Task<int> CauseAsync(HttpClient inspector) => (await PageAsync(inspector, $"{Reviews}/causes")).QuerySelectorAll("main table tr")
        .Where(row => row.TextContent.Contains("未告知", StringComparison.Ordinal)).Select(row => int.Parse(Regex.Match(row.TextContent, @"\d+").Value, CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>Found, heard, advised, decided and served: the finding stands in part, and the officer does not answer for it, so no window is open.</summary>
    private async Task ClearedAsync(Guid review)
    {
        var (inspector, chief, officer) = (await ActorAsync("InspectionOfficer"), await ActorAsync("ChiefProcurator"), await ActorAsync("ScreeningOfficer"));
        await CheckedAsync(review);
        await using var scope = portal.Services.CreateAsyncScope();
        var (investigation, liability) = (scope.ServiceProvider.GetRequiredService<InvestigationService>(), scope.ServiceProvider.GetRequiredService<LiabilityService>());
        await investigation.FindAsync(new WriteFinding(review, officer.StaffId, "NoNotice", ReviewVerdict.Partly, "没有告知进度。", [1]), inspector, default);
        var id = await portal.QueryAsync(db => db.ReviewedOfficers.Where(o => o.ReviewId == review).Select(o => o.Id).SingleAsync());
        await investigation.AskAsync(review, id, inspector, default);
        await scope.ServiceProvider.GetRequiredService<OwnReviewService>().StateAsync(id, "当天系统停用。", officer, default);
        await investigation.AdviseAsync(review, id, new OpinionGiven { Opinion = LiabilityOpinion.NoLiability, Severity = LiabilitySeverity.Slight, Causation = "系统停用。", Measure = LiabilityMeasure.None }, inspector, default);
        await liability.DecideAsync(new DecideLiability(review, id, LiabilityOpinion.NoLiability, LiabilityMeasure.None, null, "不承担责任。"), chief, default);
        await liability.ServeAsync(review, id, ChinaTime.DateOf(portal.Clock.GetUtcNow().UtcDateTime), "Counter", inspector, default);
    }

    /// <summary>A review over a case of 400 facts opens its timeline in at most six statements, and each day is told once.</summary>
    [Fact]
    public async Task Review_TimelineOfFourHundredFacts_AsksTheDatabaseSixTimes()
    {
        using var counted = new CountedStatements(portal.ConnectionString);
        using var inspector = await portal.SignedInAsync("InspectionOfficer");
        var petition = await AcceptedAsync();
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
            var whole = await db.Petitions.Include(p => p.Additions).SingleAsync(p => p.Id == petition.Id);
            var facts = Enumerable.Range(0, 400).Select(_ => whole.Supply("补充说明。", portal.Clock.GetUtcNow().UtcDateTime)).ToList();
            await scope.ServiceProvider.GetRequiredService<PetitionRecorder>().SaveAsync(whole, Actor.Citizen(petition.Id), facts, default);
        }

        var review = await OpenedAsync(petition);
        await CountedStatements.NoticedAsync();
        var everyPage = (await StatementsAsync(inspector, "/staff", counted)).Count;

        var page = await StatementsAsync(inspector, $"{Reviews}/{review}/timeline", counted);

        Assert.True(everyPage > 0 && page.Count - everyPage <= 6, $"{page.Count} statements, {everyPage} of every page:\n" + string.Join("\n---\n", page));
        var shown = await PageAsync(inspector, $"{Reviews}/{review}/timeline");
        Assert.True(shown.QuerySelectorAll("[id^='f-']").Length > 400);
        Assert.Null(shown.QuerySelector("[data-testid=broken]"));
        Assert.NotEmpty(shown.QuerySelectorAll("[data-testid=span]"));

        var timeline = $"{Reviews}/{review}/timeline";
        var empty = await inspector.PostFormAsync(timeline, timeline, ("Seq", "7"), ("Text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var again = new HtmlParser().ParseDocument(await empty.Content.ReadAsStringAsync());
        Assert.Equal("7", ((AngleSharp.Html.Dom.IHtmlInputElement)again.GetElementById("Seq")!).Value);
        Assert.True(again.QuerySelectorAll("[id^='f-']").Length > 400);
    }

    /// <summary>
    /// Nobody, in any role, on any route, export or search, finds a person by a label, because there is none: no column of
    /// any table, no route, no field of a form and no heading of an export could hold one (domain.md 3.6, rule 1).
    /// </summary>
    [Fact]
    public async Task Label_OnAPerson_StandsInNoTableRouteFormOrExport()
    {
        var columns = await portal.QueryAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties().Select(property => (Table: type.GetTableName() ?? "", Column: property.GetColumnName() ?? property.Name))).ToList()));
        var actions = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Route: endpoint.RoutePattern.RawText ?? "", Action: endpoint.Metadata.GetMetadata<ControllerActionDescriptor>())).Where(pair => pair.Action is not null).ToList();
        var fields = actions.SelectMany(pair => pair.Action!.Parameters.SelectMany(parameter => parameter.ParameterType.Namespace?.StartsWith("Petitions.Web", StringComparison.Ordinal) == true
            ? parameter.ParameterType.GetProperties().Select(property => property.Name).Append(parameter.Name) : [parameter.Name])).Distinct().ToList();

        Assert.True(columns.Count > 500 && actions.Count > 300 && fields.Count > 100, "Hardly anything was walked.");
        Assert.DoesNotContain(columns, column => Labels().IsMatch(column.Table) || Labels().IsMatch(column.Column));
        Assert.Empty(actions.Where(pair => Labels().IsMatch(pair.Route)).Select(pair => pair.Route));
        Assert.DoesNotContain(fields, field => Labels().IsMatch(field));
        await using var scope = portal.Services.CreateAsyncScope();
        var headings = scope.ServiceProvider.GetServices<IExportKind>().SelectMany(kind => kind.Headings("en").Concat(kind.Headings("zh-Hans"))).ToList();
        Assert.True(headings.Count > 30, "Hardly any heading was walked.");
        Assert.DoesNotContain(headings, heading => Labels().IsMatch(heading));
        var codes = await portal.QueryAsync(db => db.ReferenceItems.Select(item => item.List + " " + item.Code + " " + item.Zh + " " + item.En).ToListAsync());
        Assert.True(codes.Count > 500, "Hardly any code was walked.");
        Assert.DoesNotContain(codes, code => Labels().IsMatch(code));
        using var anybody = portal.Browser();
        Assert.DoesNotMatch(Labels(), await anybody.GetStringAsync("/openapi/v1.json"));

        // What is stored of a person says who he is and how he is reached, and nothing of how he is to be taken.
        string[] people = ["parties", "petition_parties", "respondents", "reception_visitors", "appointment_persons", "person_lookups"];
        var ofPeople = columns.Where(column => people.Contains(column.Table)).ToList();
        Assert.True(ofPeople.Count > 30, "The tables of people were not found.");
        Assert.DoesNotContain(ofPeople, column => Judgements().IsMatch(column.Column));

        // And whoever looks for one by its usual names finds nothing, in any role, while the same search finds what is there.
        var petition = await portal.Given.Petition(filed => filed with { Text = "请核对标签检索对照文字。" });
        while (await scope.ServiceProvider.GetRequiredService<SearchIndexer>().RunAsync(default) > 0)
        {
        }

        var search = scope.ServiceProvider.GetRequiredService<SearchService>();
        foreach (var (userName, _, _, _) in DemoStaff.People)
        {
            var actor = await ActorAsync(userName);
            foreach (var label in new[] { "缠访", "无理访", "重点人员", "blacklist" })
            {
                Assert.Empty((await search.FindAsync(new SearchRequest { Text = label, MayLookUpPersons = true }, actor, default)).Lines);
            }
        }

        Assert.Contains((await search.FindAsync(new SearchRequest { Text = "标签检索对照" }, await ActorAsync("PetitionDirector"), default)).Lines, line => line.Number == petition.Number);
    }

    [Theory]
    [InlineData("troublemaker")]
    [InlineData("person_label")]
    [InlineData("PetitionerFlag")]
    [InlineData("visitor_risk_level")]
    [InlineData("BlackList")]
    [InlineData("重点人员")]
    public void Label_Planted_IsSeen(string name) => Assert.Matches(Labels(), name);

    [Theory]
    [InlineData("label_zh")]
    [InlineData("sms_allowed")]
    [InlineData("urgency")]
    [InlineData("/inspection/reviews")]
    public void Label_OtherNames_AreLeftAlone(string name) => Assert.DoesNotMatch(Labels(), name);

    [GeneratedRegex("(black|watch|grey|gray)_?list|trouble_?maker|vexatious|querulant|nuisance|stigma|unreasonable_?(person|petitioner|visitor)|(person|petitioner|party|visitor|citizen)_?(label|tag|flag|mark|risk|score|rank|grade|rating|colou?r)|缠访|闹访|无理访|重点人员|黑名单|信访人标签", RegexOptions.IgnoreCase)]
    private static partial Regex Labels();

    [GeneratedRegex("label|tag$|flag|risk|score|rank|grade|warning|colou?r|remark|behaviou?r|mood|threat", RegexOptions.IgnoreCase)]
    private static partial Regex Judgements();

    private async Task<Petition> AcceptedAsync(Func<NewPetition, NewPetition>? change = null)
    {
        var petition = await portal.Given.Petition(change);
        var screener = await ActorAsync("ScreeningOfficer");
        var handler = await portal.QueryAsync(db => db.Staff.Where(s => s.Id == db.Users.Where(u => u.UserName == "CaseOfficer").Select(u => u.StaffId).First()).SingleAsync());
        await using var scope = portal.Services.CreateAsyncScope();
        var screening = scope.ServiceProvider.GetRequiredService<ScreeningService>();
        await screening.StartAsync(petition.Number, true, screener, default);
        await screening.ClassifyAsync(new ClassifyRequest(petition.Number, new Classification { Track = "LitigationRights", Category = petition.Category, SubCategory = petition.SubCategory }), screener, default);
        await scope.ServiceProvider.GetRequiredService<AcceptanceService>().AcceptAsync(new AcceptRequest(petition.Number, handler.DepartmentId, handler.Id, NoConflict: true, OverrideReason: "由承办部门办理"), screener, default);
        return petition;
    }

    private async Task<Guid> OpenedAsync(Petition petition)
    {
        var inspector = await ActorAsync("InspectionOfficer");
        await using var scope = portal.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<ReviewProposals>().ProposeAsync(petition.Number, "R10", "态度恶劣。", inspector, default);
        var reviews = scope.ServiceProvider.GetRequiredService<ReviewService>();
        await reviews.OpenAsync(new OpenReview(id, "是否告知？", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1), inspector.DepartmentId!.Value), inspector, default);
        await reviews.AppointAsync(id, inspector.StaffId!.Value, inspector, default);
        return id;
    }

    private Task<Guid> StaffIdAsync(string userName) => portal.QueryAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.StaffId).SingleAsync());

    private async Task<Actor> ActorAsync(string userName)
    {
        var staff = await StaffIdAsync(userName);
        await using var scope = portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ActorSource>().OfAsync(staff, default))!;
    }
}
