using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Supervision;

/// <summary>Journey J8 in the browser without script, and escalation (seed features 22, 27, 28, 29); on the board's portal.</summary>
public sealed partial class BoardPageTests
{
    private const string Bureau = "清溪县住房和城乡建设局";

    [Fact]
    public async Task JointVisit_FromProposalToMeasure_ByFormsAlone()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var petition = await portal.Given.Petition();
        var proposed = await director.PostFormAsync("/joint/new", "/joint/new", ("Numbers", petition.Number), ("Purpose", "协调落实补偿"));
        var sheet = proposed.Headers.Location!.ToString();
        await PrepareAsync(director, sheet);

        // Journey J8 (c): the refused call lists what is missing.
        var early = await director.PostFormAsync(sheet, sheet + "/call");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("告知信访人", new HtmlParser().ParseDocument(await early.Content.ReadAsStringAsync()).QuerySelector("[data-testid=missing]")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(director, sheet, "/tell");

        // Who comes for the bureau is missing until the bureau names him by its link.
        await GuestAsync(director, sheet, petition);
        await DoneAsync(director, sheet, "/call");
        await SitAsync(director, sheet);
        var measure = await portal.QueryAsync(db => db.JointMeasures.AsNoTracking().SingleAsync(m => db.JointCases.Any(c => c.JointVisitId == m.JointVisitId && c.PetitionId == petition.Id)));
        Assert.Equal(MeasureState.Agreed, measure.State);
        await OwnerAsync(director, sheet, measure.Id);

        Assert.Equal(JointVisitState.MeasuresDone, await portal.QueryAsync(db => db.JointVisits.Where(v => v.Id == measure.JointVisitId).Select(v => v.State).SingleAsync()));
        Assert.Contains(petition.Number, (await PageAsync(director, "/joint?ended=true")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // The matter's own timeline tells of its table, with day and measure.
        var told = (await PageAsync(director, $"/cases/{petition.Number}")).QuerySelectorAll(".pt-timeline li strong").Select(line => line.TextContent).ToList();
        Assert.Contains(told, line => line.StartsWith("召集联合接访：20", StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("议定措施：第1项，", StringComparison.Ordinal));
        Assert.Contains("措施完成：第1项", told);
        Assert.Contains("登记", (await PageAsync(director, sheet + "/history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync(sheet + "/minutes/print.docx")).StatusCode);
        using var other = await portal.SignedInAsync("CaseOfficer");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/joint/{Guid.NewGuid()}/table")).StatusCode);
    }

    [Fact]
    public async Task JointVisit_RefusedWithoutAReason_SaysSo()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var petition = await portal.Given.Petition();
        var nothing = await director.PostFormAsync("/joint/new", "/joint/new", ("Numbers", petition.Number), ("Purpose", ""));
        var sheet = (await director.PostFormAsync("/joint/new", "/joint/new", ("Numbers", petition.Number), ("Purpose", "协调"))).Headers.Location!.ToString();

        // A place of somebody else has its own link; one that is too long is said beside its field.
        var wordy = await director.PostFormAsync(sheet, sheet + "/places", ("PlaceName", "住建局会议室"), ("PlaceLink", new string('7', JointVisit.LinkMax + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordy.StatusCode);
        Assert.Equal("#PlaceLink", new HtmlParser().ParseDocument(await wordy.Content.ReadAsStringAsync()).QuerySelector("#error-summary a")!.GetAttribute("href"));
        await DoneAsync(director, sheet, "/places", ("PlaceName", "住建局会议室"), ("PlaceLink", "会议号 7"));
        Assert.Contains("会议号 7", (await PageAsync(director, sheet)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var refused = await director.PostFormAsync(sheet, sheet + "/refuse", ("Reason", " "));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nothing.StatusCode, refused.StatusCode));
        Assert.Equal("#Reason", new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector("#error-summary a")!.GetAttribute("href"));
        await DoneAsync(director, sheet, "/refuse", ("Reason", "已经由领导包案"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.PostForgedAsync("/joint/new", sheet + "/refuse", ("Reason", "再次"))).StatusCode);
    }

    [Fact]
    public async Task Escalation_ProposedAndApproved_IsSentAndAnswered()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        using var deputy = await portal.SignedInAsync("DeputyChief");
        var petition = await portal.Given.Petition();
        var page = $"/cases/{petition.Number}/escalation";
        var named = await director.PostFormAsync(page, page, ("Receiver", "PoliticalLegalCommittee"), ("Committee", "清溪县委政法委"), ("Summary", "刘芳反映的问题。"), ("Question", "请明确牵头单位。"));
        await director.PostFormAsync(page, page, ("Receiver", "PoliticalLegalCommittee"), ("Committee", "清溪县委政法委"), ("Summary", "涉及三个部门。"), ("Question", "请明确牵头单位。"));
        var proposal = await portal.QueryAsync(db => db.DecisionProposals.Where(d => d.PetitionId == petition.Id).Select(d => d.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await deputy.PostFormAsync("/proposals", $"/proposals/{proposal}", ("approve", "true"))).StatusCode);
        var id = await portal.QueryAsync(db => db.Escalations.Where(e => e.PetitionId == petition.Id).Select(e => e.Id).SingleAsync());

        var sent = await director.PostFormAsync(page, $"{page}/{id}/send", ("Way", "机要交换"));
        var today = ChinaTime.DateOf(portal.Clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answered = await director.PostFormAsync(page, $"{page}/{id}/answer", ("AnsweredOn", today), ("Answer", "由住建局牵头。"), ("Measures[0].Text", "召开协调会"), ("Measures[0].Owner", "控申部"), ("Measures[0].DueOn", today));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (named.StatusCode, sent.StatusCode, answered.StatusCode));
        Assert.Contains("由住建局牵头。", (await PageAsync(director, page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(EscalationAnswered))));
        var told = (await PageAsync(director, $"/cases/{petition.Number}")).QuerySelectorAll(".pt-timeline li").Select(line => line.TextContent).ToList();
        Assert.Contains(told, line => line.Contains("报请协调", StringComparison.Ordinal) && line.Contains("清溪县委政法委", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("收到协调意见", StringComparison.Ordinal));
    }

    private static async Task DoneAsync(HttpClient client, string page, string act, params (string Name, string Value)[] fields)
    {
        var root = page.Split('/') is [_, "joint", var id, ..] ? $"/joint/{id}" : page;
        var answer = await client.PostFormAsync(page, root + act, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{act}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task PrepareAsync(HttpClient director, string sheet)
    {
        var (host, clerk) = await portal.QueryAsync(async db => (
            await db.Users.Where(u => u.UserName == "PetitionDirector").Select(u => u.StaffId).SingleAsync(), await db.Users.Where(u => u.UserName == "ReceptionOfficer").Select(u => u.StaffId).SingleAsync()));
        var today = ChinaTime.DateOf(portal.Clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await DoneAsync(director, sheet, "/describe", ("Purpose", "协调落实补偿"), ("Brief", "请说明审批情况。"), ("Agent", "NotNeeded"), ("Interpreter", "NotNeeded"));
        await SeatAsync("Department", ("StaffId", host.ToString()), ("Role", "Host"));
        await SeatAsync("Department", ("StaffId", clerk.ToString()), ("Role", "Record"));
        await SeatAsync("Agency", ("OrganKind", "Government"), ("Organ", Bureau), ("Bring", "审批档案"), ("Role", "Member"));
        await SeatAsync("Petitioner", ("PersonName", "刘芳"));
        await DoneAsync(director, sheet, "/places", ("PlaceName", "第二接待室"));
        await DoneAsync(director, sheet, "/time", ("Day", today), ("From", "20:00"), ("To", "21:30"));

        async Task SeatAsync(string kind, params (string Name, string Value)[] fields)
        {
            var answer = await director.PostFormAsync($"{sheet}/seats/new?kind={kind}", sheet + "/seats/new", fields);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    /// <summary>Tester lines (a), (b): the link opens one brief in one browser; any other address and any other browser gets nothing, and it is written down.</summary>
    private async Task GuestAsync(HttpClient director, string sheet, Petition petition)
    {
        var seat = await portal.QueryAsync(db => db.JointSeats.Where(s => s.Organ == Bureau && db.JointCases.Any(c => c.JointVisitId == s.JointVisitId && c.PetitionId == petition.Id)).Select(s => s.Id).SingleAsync());
        var link = await LinkAsync(await director.PostFormAsync(sheet, $"{sheet}/seats/{seat}/invite"));
        using var guest = portal.Browser();
        using var second = portal.Browser();

        Assert.Equal(HttpStatusCode.Redirect, (await guest.PostFormAsync(link, link)).StatusCode);
        var brief = await guest.GetStringAsync("/joint/session");
        Assert.Contains("请说明审批情况。", brief, StringComparison.Ordinal);
        Assert.DoesNotContain(petition.Number, brief, StringComparison.Ordinal);
        Assert.DoesNotContain("刘芳", brief, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.PostFormAsync("/joint/session", "/joint/session", ("person", "罗敏"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync("/joint/session")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(link.Replace("/guest/", "/measure/", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/joint/session/papers/{Guid.NewGuid()}")).StatusCode);
        foreach (var address in new[] { sheet, sheet + "/table", sheet + "/history", $"/cases/{petition.Number}" })
        {
            // The guest is nobody here: the door of the staff, like for any stranger.
            Assert.Contains("/staff/sign-in", (await guest.GetAsync(address)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        var tried = await portal.QueryAsync(db => db.JointGuestAttempts.Where(a => a.SeatId == seat).Select(a => a.Why).ToListAsync());
        Assert.Equal([GuestRefusal.AlreadyOpened, GuestRefusal.WrongAddress, GuestRefusal.WrongAddress], tried.Order());
        Assert.Equal(3, (await PageAsync(director, sheet)).QuerySelectorAll("[data-testid=attempts] li").Length);
    }

    private async Task SitAsync(HttpClient director, string sheet)
    {
        var (table, id) = (sheet + "/table", Guid.Parse(sheet.Split('/')[2]));
        await DoneAsync(director, table, "/start");
        // Enter in the reason of absence marks absent, never present: the form of that field has this one button.
        var ways = (await PageAsync(director, table)).QuerySelectorAll("form[action*='/attendance/']").Where(form => form.QuerySelector("input[name=reason]") is not null)
            .Select(form => form.QuerySelectorAll("button").Select(button => button.GetAttribute("value"))).ToList();
        Assert.NotEmpty(ways);
        Assert.All(ways, buttons => Assert.Equal(["Absent"], buttons));
        var seats = await portal.QueryAsync(db => db.JointSeats.AsNoTracking().Where(s => s.JointVisitId == id).ToListAsync());
        foreach (var seat in seats)
        {
            await DoneAsync(director, table, $"/attendance/{seat.Id}", ("presence", "Present"));
        }

        foreach (var paragraph in await portal.QueryAsync(db => db.MinutesParagraphs.AsNoTracking().Where(p => p.JointVisitId == id).ToListAsync()))
        {
            await DoneAsync(director, table, $"/minutes/{paragraph.Id}/take");
            await DoneAsync(director, table, $"/minutes/{paragraph.Id}", ("text", $"记录{paragraph.Position}"));
        }

        await DoneAsync(director, table, "/measures", ("What", "提供审批档案"), ("Owner", seats.Single(s => s.Organ == Bureau).Id.ToString()), ("ProofWanted", "档案复印件"));
        await DoneAsync(director, table, "/end");
        foreach (var seat in seats.Where(s => s.Signs))
        {
            var page = $"{sheet}/sign/{seat.Id}";
            Assert.Equal(HttpStatusCode.Redirect, (await director.PostFormAsync(page, page, ("Way", "OnPaper"))).StatusCode);
        }

        await DoneAsync(director, table, "/confirm");
    }

    /// <summary>Tester lines (b), (d): the owner's own link opens his measure, asks for proof, and dies with it.</summary>
    private async Task OwnerAsync(HttpClient director, string sheet, Guid measure)
    {
        var link = await LinkAsync(await director.PostFormAsync(sheet + "/table", $"{sheet}/measures/{measure}/link"));
        using var owner = portal.Browser();

        var without = await owner.PostFormAsync(link, link, ("done", "true"), ("result", " "));
        var done = await owner.PostFormAsync(link, link, ("done", "true"), ("result", "已经提供档案复印件。"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (without.StatusCode, done.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(link)).StatusCode);
    }

    private static async Task<string> LinkAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Uri(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("[data-testid=link]")!.TextContent).PathAndQuery;
    }
}
