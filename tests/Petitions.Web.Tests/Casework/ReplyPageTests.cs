using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

/// <summary>Two people write on one draft (UX-060, security.md C10), and the small forms of a case keep what was typed.</summary>
public sealed class ReplyPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Draft_SavedBySomebodyElseMeanwhile_ShowsBothTexts_AndIsNotOverwrittenUnseen()
    {
        var petition = await InHandlingAsync();
        var page = $"/cases/{petition.Number}/reply";
        using var one = await portal.SignedInAsync("CaseOfficer");
        using var two = await portal.SignedInAsync("CaseOfficer");
        Assert.Equal(HttpStatusCode.Redirect, (await one.PostFormAsync(page, page, ("Facts", "第一个人的事实"), ("Seen", "0"), ("Act", "save"))).StatusCode);

        var lost = await two.PostFormAsync(page, page, ("Facts", "第二个人的事实"), ("Seen", "0"), ("Act", "save"));
        var html = new HtmlParser().ParseDocument(await lost.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, lost.StatusCode);
        Assert.Contains("第一个人的事实", html.QuerySelector("[data-testid=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("第二个人的事实", ((IHtmlTextAreaElement)html.QuerySelector("#Facts")!).Value.Trim());
        Assert.Equal("第一个人的事实", await FactsAsync(petition));
        var seen = html.QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await two.PostFormAsync(page, page, ("Facts", "第二个人的事实"), ("Seen", seen), ("Act", "save"))).StatusCode);
        Assert.Equal("第二个人的事实", await FactsAsync(petition));
    }

    /// <summary>J6 d: a reply sent back twice stands there with all its rounds, for who decides and for who wrote it.</summary>
    [Fact]
    public async Task Rounds_Three_AreAllReadable_WithTheReasonEachWasSentBack()
    {
        var petition = await InHandlingAsync();
        var (page, decide) = ($"/cases/{petition.Number}", $"/cases/{petition.Number}/decide");
        using var counted = new CountedStatements(portal.ConnectionString);
        using var handler = await portal.SignedInAsync("CaseOfficer");
        using var head = await portal.SignedInAsync("DepartmentHead");
        for (var round = 1; round <= 3; round++)
        {
            var seen = new HtmlParser().ParseDocument(await handler.GetStringAsync(page + "/reply")).QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
            var sent = await handler.PostFormAsync(page + "/reply", page + "/reply", ("ClaimAnswers", "予以支持。"), ("Facts", $"第{round}次查明的事实"), ("Law", "应当作出决定。"),
                ("Articles", "《人民检察院刑事诉讼规则》第五百五十八条"), ("Reason", $"第{round}次的理由"), ("Assessment", "Supported"), ("Seen", seen), ("Act", "submit"));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            if (round < 3)
            {
                Assert.Equal(HttpStatusCode.Redirect, (await head.PostFormAsync(decide, page + "/return", ("Reason", $"第{round}次退回的理由"))).StatusCode);
            }
        }

        var deciding = new HtmlParser().ParseDocument(await head.GetStringAsync(decide)).QuerySelector("main")!.TextContent;
        var written = new HtmlParser().ParseDocument(await handler.GetStringAsync(page)).QuerySelector("main")!.TextContent;
        foreach (var text in new[] { "第1次查明的事实", "第1次的理由", "第1次退回的理由", "第2次查明的事实", "第2次的理由", "第2次退回的理由", "第3次查明的事实", "第3次的理由" })
        {
            Assert.Contains(text, deciding, StringComparison.Ordinal);
            Assert.Contains(text, written, StringComparison.Ordinal);
        }

        // However much a case holds, its page asks the database six times at most (performance.md P8): with those seen here,
        // what every page asks included, the line of the read log, which goes past EF Core.
        await CountedStatements.NoticedAsync();
        counted.Statements.Clear();
        await handler.GetStringAsync(page);
        Assert.True(counted.Statements.Count is > 1 and <= 5, string.Join("\n---\n", counted.Statements));
        Assert.True(await portal.QueryAsync(db => db.ReadRecords.CountAsync(r => r.PetitionId == petition.Id && r.What == "Matter")) >= 2);
    }

    [Theory]
    [InlineData("notes", "NoteText")]
    [InlineData("progress", "ProgressText")]
    [InlineData("outcome", "Outcome")]
    public async Task SmallForm_LeftEmpty_SaysWhatIsMissing(string act, string field)
    {
        var petition = await InHandlingAsync();
        var page = $"/cases/{petition.Number}";
        using var client = await portal.SignedInAsync("CaseOfficer");

        var answer = await client.PostFormAsync(page, $"{page}/{act}", (field, ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-error\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_OfACase_HasAPage_WhoseFormsKeepWhatWasTyped()
    {
        var petition = await InHandlingAsync();
        var clock = await portal.QueryAsync(db => db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId == "RESULT_FINAL_3M").Select(c => c.Id).SingleAsync());
        var page = $"/cases/{petition.Number}/clocks/{clock}";
        portal.Clock.Advance(TimeSpan.FromDays(1));
        using var client = await portal.SignedInAsync("CaseOfficer");

        var tooLong = await client.PostFormAsync(page, page + "/extend", ("Amount", "9"), ("ExtendText", "需要补充调查"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Contains("需要补充调查", await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync(page, page + "/extend", ("Amount", "2"), ("ExtendText", "需要补充调查"))).StatusCode);
        using var deputy = await portal.SignedInAsync("DeputyChief");
        Assert.Contains(petition.Number, await deputy.GetStringAsync("/proposals"), StringComparison.Ordinal);
    }

    private Task<string> FactsAsync(Petition petition) => portal.QueryAsync(db => db.Replies.Where(r => r.PetitionId == petition.Id).Select(r => r.Facts).SingleAsync());

    private async Task<Petition> InHandlingAsync()
    {
        var petition = await portal.Given.Petition();
        var page = $"/screening/{petition.Number}";
        var (department, handler) = await portal.QueryAsync(async db => (
            await db.Departments.Where(d => d.Code == "D990101-02").Select(d => d.Id).SingleAsync(),
            await db.Users.Where(u => u.UserName == "CaseOfficer").Select(u => u.StaffId).SingleAsync()));
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        await officer.PostFormAsync(page, page + "/start", ("NoConflict", "true"));
        await officer.PostFormAsync(page, page + "/classify", ("Urgency", "Normal"), ("Track", "LitigationRights"), ("SubCategory", "Complaint/B5"), ("Confidentiality", "Normal"));
        var accepted = await officer.PostFormAsync(page, page + "/accept",
            ("DepartmentId", department.ToString()), ("FirstHandlerId", handler.ToString()), ("NoConflict", "true"), ("OverrideReason", "由第二检察部办理"));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        using var client = await portal.SignedInAsync("CaseOfficer");
        await client.PostFormAsync($"/cases/{petition.Number}", $"/cases/{petition.Number}/start");
        return petition;
    }
}
