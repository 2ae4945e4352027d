using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.Retaliation;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Supervision;

/// <summary>J6 in the browser without script: figures, assignment of many, reminders, wrong roles.</summary>
public sealed partial class BoardPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Assign_TickedRows_OneFormOneResultEach()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var one = await portal.Given.Petition();
        var two = await portal.Given.Petition();
        var box = await PageAsync(director, "/board/new");
        Assert.NotEmpty(box.QuerySelectorAll("input[name=pick]"));
        var address = $"/board/assign?pick={one.Number}&pick={two.Number}";
        var page = await PageAsync(director, address);
        var handler = await HandlerAsync("D990101-07");
        var other = await HandlerAsync("D990101-04");
        Assert.Contains("0", page.QuerySelector($"option[value='{handler}']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"#Rows_0__StaffId option[value='{other}']"));

        var partly = await director.PostFormAsync(address, "/board/assign", Rows((one, handler), (two, other)));
        var shown = new HtmlParser().ParseDocument(await partly.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, partly.StatusCode);
        Assert.Contains(one.Number, shown.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Rows_0__Reason", shown.QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.NotNull(shown.QuerySelector("#Rows_0__Reason[aria-invalid=true]"));

        var rest = await director.PostShownAsync(partly, "/board/assign", "/board/assign", [.. Rows((two, other)), ("Rows[0].Reason", "行政检察部已在办关联事项。")]);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        Assert.Equal(PetitionState.Accepted, (await portal.Given.Reload(two)).State);
        Assert.Equal(1, await portal.QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == two.Id && f.Kind == "RoutingOverridden")));
    }

    [Fact]
    public async Task Assign_WithoutTheDeclaration_DoesNothing()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var petition = await portal.Given.Petition();
        var handler = await HandlerAsync("D990101-07");

        var answer = await director.PostFormAsync($"/board/assign?pick={petition.Number}", "/board/assign", [.. Rows((petition, handler)).Where(field => field.Name != "NoConflict")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(PetitionState.Registered, (await portal.Given.Reload(petition)).State);
    }

    [Fact]
    public async Task Reminder_PressedTwice_IsSentOnce()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var petition = await portal.Given.Petition();
        portal.Clock.Advance(TimeSpan.FromDays(20));
        try
        {
            var action = $"/board/overdue/{petition.Number}/urge";
            Assert.Equal(HttpStatusCode.Redirect, (await director.PostFormAsync("/board/overdue", action, ("seen", "0"))).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await director.PostFormAsync("/board/overdue", action, ("seen", "0"))).StatusCode);

            var facts = await portal.QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "UrgeNoticeSent"));
            var page = await PageAsync(director, "/board/overdue");
            Assert.Equal(1, facts);
            Assert.Contains(petition.Number, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            portal.Clock.SetUtcNow(TestServices.T0.AddDays(20));
        }
    }

    [Fact]
    public async Task CallBack_IsWrittenDownByAStranger_AndIsGoneFromTheList()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var petition = await portal.Given.Petition();
        var id = await portal.QueryAsync(async db =>
        {
            var (task, _) = CallbackTask.Open(petition.Id, Guid.NewGuid(), null, portal.Clock.GetUtcNow().UtcDateTime);
            db.CallbackTasks.Add(task);
            await db.SaveChangesAsync();
            return task.Id;
        });
        var page = $"/call-backs/{id}";
        Assert.Contains(page, await director.GetStringAsync("/call-backs"), StringComparison.Ordinal);

        var contact = await director.PostFormAsync(page, page + "/contact");
        Assert.True(contact.Headers.CacheControl!.NoStore);
        Assert.Contains("刘芳", await contact.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var empty = await director.PostFormAsync(page, page, ("Note", "已回电。"));
        var wrong = await director.PostFormAsync(page, page, ("Outcome", "Settled"), ("Note", "已回电。"), ("Trigger", "R10"));
        var done = await director.PostFormAsync(page, page, ("Outcome", "NotReached"), ("Note", "三天内打了五次，没有人接。"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.NotNull(new HtmlParser().ParseDocument(await empty.Content.ReadAsStringAsync()).QuerySelector("#Outcome-error"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.DoesNotContain(page, await director.GetStringAsync("/call-backs"), StringComparison.Ordinal);
        Assert.Equal(1, await portal.QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(CallbackDone))));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/call-backs/{Guid.NewGuid()}")).StatusCode);
    }

    /// <summary>Each page of the board asks the database at most six times for what it shows, whatever it holds (performance.md P8).</summary>
    [Fact]
    public async Task Pages_AskTheDatabaseSixTimesAtMost()
    {
        using var counted = new CountedStatements(portal.ConnectionString);
        using var director = await portal.SignedInAsync("PetitionDirector");
        for (var i = 0; i < 3; i++)
        {
            await ReportAsync(await portal.Given.Petition(filed => filed with { Urgency = "Emergency" }));
        }

        await CountedStatements.NoticedAsync();
        foreach (var address in new[] { "/board", "/board/new", "/board/due", "/board/overdue", "/board/approval", "/board/alerts", "/board/retaliation", "/board/load" })
        {
            var page = await StatementsAsync(director, address, counted);

            // With what every signed-in page asks for the session (performance.md P8).
            Assert.True(page.Count is > 0 and <= 6, $"{address}: {page.Count} statements:\n" + string.Join("\n---\n", page));
        }
    }

    [Fact]
    public async Task Retaliation_IsSeenAtOnce_OpensItsRows_AndALeaderCloses()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        using var chief = await portal.SignedInAsync("ChiefProcurator");
        using var inspector = await portal.SignedInAsync("InspectionOfficer");
        var petition = await portal.Given.Petition();
        var id = await ReportAsync(petition);

        var figure = (await PageAsync(director, "/board")).QuerySelector("[data-testid=retaliation]")!;
        var rows = (await PageAsync(director, figure.GetAttribute("href")!)).QuerySelectorAll("main tbody tr");
        Assert.Contains(rows.Length.ToString(CultureInfo.InvariantCulture), figure.TextContent, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.TextContent.Contains(petition.Number, StringComparison.Ordinal));
        Assert.NotNull((await PageAsync(director, "/board/alerts")).QuerySelector($"a[href='/board/retaliation/{id}']"));
        var sheet = await PageAsync(director, $"/board/retaliation/{id}");
        Assert.Contains("有人上门威胁", sheet.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(sheet.QuerySelector("#note"));
        Assert.Contains("有人上门威胁", (await PageAsync(inspector, $"/board/retaliation/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync($"/board/retaliation/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.PostForgedAsync("/board/overdue", $"/board/retaliation/{id}", ("note", "已处理。"))).StatusCode);

        var empty = await chief.PostFormAsync($"/board/retaliation/{id}", $"/board/retaliation/{id}", ("note", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.NotNull(new HtmlParser().ParseDocument(await empty.Content.ReadAsStringAsync()).QuerySelector("#note[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostFormAsync($"/board/retaliation/{id}", $"/board/retaliation/{id}", ("note", "请公安机关依法处理。"))).StatusCode);
        Assert.Null((await PageAsync(director, "/board/alerts")).QuerySelector($"a[href='/board/retaliation/{id}']"));
        Assert.Equal(1, await portal.QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "LeaderInstructionGiven")));
    }

    [Fact]
    public async Task Retaliation_ToldToStaff_IsTakenDown_AndLeavesNothingOnTheirTimeline()
    {
        using var screener = await portal.SignedInAsync("ScreeningOfficer");
        var petition = await portal.Given.Petition();
        var address = $"/cases/{petition.Number}/retaliation";

        var empty = await screener.PostFormAsync(address, address, ("Text", "有人上门威胁。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await screener.PostFormAsync(address, address, ("Text", "有人上门威胁。"), ("Source", "Office"))).StatusCode);

        var page = await PageAsync(screener, $"/cases/{petition.Number}");
        Assert.DoesNotContain("威胁", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll(".pt-timeline li"), line => line.TextContent.Contains("报告打击报复", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync("/cases/QX-2222-3333/retaliation")).StatusCode);
        Assert.Equal(1, await portal.QueryAsync(db => db.RetaliationReports.CountAsync(r => r.PetitionId == petition.Id && r.TakenBy != null)));
    }

    [Theory]
    [InlineData("PetitionDirector", HttpStatusCode.OK)]
    [InlineData("DepartmentHead", HttpStatusCode.OK)]
    [InlineData("ChiefProcurator", HttpStatusCode.OK)]
    [InlineData("CaseOfficer", HttpStatusCode.Forbidden)]
    [InlineData("ScreeningOfficer", HttpStatusCode.Forbidden)]
    public async Task Pages_AreForWhoMaySeeTheBoard(string userName, HttpStatusCode expected)
    {
        using var client = await portal.SignedInAsync(userName);

        foreach (var address in new[] { "/board", "/board/new", "/board/due", "/board/overdue", "/board/approval", "/board/alerts", "/board/retaliation", "/board/assign" })
        {
            Assert.Equal(expected, (await client.GetAsync(address)).StatusCode);
        }
    }

    private static async Task<List<string>> StatementsAsync(HttpClient client, string address, CountedStatements counted)
    {
        (await client.GetAsync(address)).EnsureSuccessStatusCode();
        counted.Statements.Clear();
        (await client.GetAsync(address)).EnsureSuccessStatusCode();
        return [.. counted.Statements];
    }

    private static (string Name, string Value)[] Rows(params (Petition Petition, Guid Staff)[] chosen) =>
        [.. chosen.SelectMany((row, i) => new[]
        {
            (string.Create(CultureInfo.InvariantCulture, $"Rows[{i}].Number"), row.Petition.Number),
            (string.Create(CultureInfo.InvariantCulture, $"Rows[{i}].Seen"), row.Petition.Version.ToString(CultureInfo.InvariantCulture)),
            (string.Create(CultureInfo.InvariantCulture, $"Rows[{i}].StaffId"), row.Staff.ToString()),
            (string.Create(CultureInfo.InvariantCulture, $"Rows[{i}].Track"), "LitigationRights"),
        }), ("NoConflict", "true")];

    private async Task<Guid> ReportAsync(Petition petition)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetaliationService>().ReportAsync(
            new ReportRetaliation(Guid.NewGuid(), RetaliationSource.Outside, "有人上门威胁。"), Actor.Citizen(petition.Id), default);
        return await portal.QueryAsync(db => db.RetaliationReports.Where(r => r.PetitionId == petition.Id).Select(r => r.Id).SingleAsync());
    }

    private Task<Guid> HandlerAsync(string department) => portal.QueryAsync(db => db.Staff
        .Where(s => s.Grants.Any(g => g.Role == "CaseOfficer") && db.Departments.Any(d => d.Id == s.DepartmentId && d.Code == department)).Select(s => s.Id).FirstAsync());

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));
}
