using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

/// <summary>What one person proposes on a page and another decides on the next.</summary>
public sealed class DecisionPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Refusal_Returned_NeedsAReason_AndApproved_CanBeTakenUpAgain()
    {
        var (page, petition) = await ScreenedAsync();
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        await DoneAsync(officer.PostFormAsync(page, page + "/refuse", ("Ground", "NA02"), ("RefuseReason", "由邻县办理。")));
        using var director = await portal.SignedInAsync("PetitionDirector");
        var proposal = await portal.QueryAsync(db => db.DecisionProposals.Where(p => p.PetitionId == petition.Id).Select(p => p.Id).SingleAsync());
        Assert.Contains("由邻县办理。", await director.GetStringAsync("/proposals"), StringComparison.Ordinal);

        var empty = await director.PostFormAsync("/proposals", $"/proposals/{proposal}", ("approve", "false"), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("id=\"reason-error\"", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await DoneAsync(director.PostFormAsync("/proposals", $"/proposals/{proposal}", ("approve", "true")));
        Assert.Equal(PetitionState.NotAccepted, await StateAsync(petition));
        var sheet = $"/cases/{petition.Number}";
        var noReason = await director.PostFormAsync(sheet, sheet + "/back-to-screening", ("BackReason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Contains("BackReason-error", await noReason.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await DoneAsync(director.PostFormAsync(sheet, sheet + "/back-to-screening", ("BackReason", "本院有管辖权。")));

        Assert.Equal(PetitionState.Screening, await StateAsync(petition));
    }

    [Fact]
    public async Task Answer_OnTheSpot_IsANumberedReply()
    {
        var (page, petition) = await ScreenedAsync();
        using var officer = await portal.SignedInAsync("ScreeningOfficer");

        var empty = await officer.PostFormAsync(page, page + "/answer", ("Answer", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Answer-error", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(PetitionState.Screening, await StateAsync(petition));
        await DoneAsync(officer.PostFormAsync(page, page + "/answer", ("Answer", "接待时间为工作日上午。")));

        Assert.Equal(PetitionState.AnsweredOnTheSpot, await StateAsync(petition));
        Assert.Equal(1, await portal.QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id && d.Type == "ProceduralReply" && d.NumberText != null)));
    }

    [Fact]
    public async Task Officer_WhoNamesHisOwnDepartment_GoesBackToTheQueue_AndTheMatterIsGone()
    {
        var (page, petition) = await ScreenedAsync();
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        var own = await portal.QueryAsync(db => db.Departments.Where(d => d.Code == "D990101-07").Select(d => d.Id).SingleAsync());

        var answer = await officer.PostFormAsync(page, page + "/respondents", ("RespondentKind", "Unit"), ("RespondentName", "控告申诉检察部"), ("RespondentDepartmentId", own.ToString()));

        Assert.Equal("/screening", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page)).StatusCode);
        Assert.DoesNotContain(petition.Number, await officer.GetStringAsync("/screening"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Respondent_ConfirmedAsAColleague_WallsThatPersonOnly()
    {
        var colleague = await portal.Given.Staff("钱立本", "D990101-02", "CaseOfficer");
        var (page, petition) = await ScreenedAsync(filed => filed with { Respondents = [new() { Kind = RespondentKind.Person, Name = "钱立本" }] });
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        Assert.Contains($"value=\"{colleague.Id}\"", await officer.GetStringAsync(page), StringComparison.Ordinal);
        var respondent = await portal.QueryAsync(db => db.Respondents.Where(r => r.PetitionId == petition.Id).Select(r => r.Id).SingleAsync());

        await DoneAsync(officer.PostFormAsync(page, $"{page}/respondents/{respondent}", ("clear", "false"), ("RespondentStaffId", colleague.Id.ToString())));

        var kept = await portal.QueryAsync(db => db.Respondents.AsNoTracking().SingleAsync(r => r.Id == respondent));
        Assert.Equal((RespondentStatus.Confirmed, colleague.Id, null), (kept.Status, kept.StaffId!.Value, kept.DepartmentId));
    }

    [Theory]
    [InlineData("?category=Complaint", true)]
    [InlineData("?category=Suggestion", false)]
    [InlineData("?due=Overdue", false)]
    [InlineData("?state=Screening", true)]
    [InlineData("?state=Registered", false)]
    public async Task Queue_Filtered_ShowsOnlyWhatWasAskedFor(string query, bool shown)
    {
        var (_, petition) = await ScreenedAsync();
        using var officer = await portal.SignedInAsync("ScreeningOfficer");

        Assert.Equal(shown, (await officer.GetStringAsync("/screening" + query)).Contains(petition.Number, StringComparison.Ordinal));
    }

    private async Task<(string Page, Petition Petition)> ScreenedAsync(Func<NewPetition, NewPetition>? change = null)
    {
        var petition = await portal.Given.Petition(change);
        var page = $"/screening/{petition.Number}";
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        await DoneAsync(officer.PostFormAsync(page, page + "/start", ("NoConflict", "true")));
        await DoneAsync(officer.PostFormAsync(page, page + "/classify",
            ("Urgency", "Normal"), ("Track", "LitigationRights"), ("SubCategory", "Complaint/B5"), ("Confidentiality", petition.Confidentiality.Length > 0 ? petition.Confidentiality : "Normal")));
        return (page, petition);
    }

    private Task<PetitionState> StateAsync(Petition petition) => portal.QueryAsync(db => db.Petitions.Where(p => p.Id == petition.Id).Select(p => p.State).SingleAsync());

    private static async Task DoneAsync(Task<HttpResponseMessage> posted)
    {
        using var answer = await posted;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }
}
