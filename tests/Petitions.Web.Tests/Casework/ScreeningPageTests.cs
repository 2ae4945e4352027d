using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

public sealed class ScreeningPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private const string Phone = "13800000123";

    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Forms_RefusedOnes_KeepWhatWasTyped_AndGoodOnesAreDone()
    {
        var page = $"/screening/{(await FileAsync()).Number}";
        using var client = await portal.SignedInAsync("ScreeningOfficer");

        await RefusedAsync(client.PostFormAsync(page, page + "/start"), "NoConflict-error");
        await DoneAsync(client.PostFormAsync(page, page + "/start", ("NoConflict", "true")));
        await RefusedAsync(client.PostFormAsync(page, page + "/classify",
            ("Urgency", "Normal"), ("Track", "LitigationRights"), ("SubCategory", "Appeal/"), ("Confidentiality", "ReportMaterial"), ("Conditions", "JuvenileInvolved")), "CategoryReason-error");
        await DoneAsync(client.PostFormAsync(page, page + "/classify",
            ("Urgency", "Urgent"), ("Track", "LitigationRights"), ("SubCategory", "Appeal/"), ("CategoryReason", "诉求实为申诉"), ("Confidentiality", "ReportMaterial"), ("Conditions", "JuvenileInvolved"), ("IsProcuratorateRelated", "false")));
        await RefusedAsync(client.PostFormAsync(page, page + "/refuse", ("RefuseReason", "没有选择理由")), "没有选择理由");
        await RefusedAsync(client.PostFormAsync(page, page + "/transfer", ("OrganName", "某某局"), ("Extract", "摘要内容")), "摘要内容");
        await RefusedAsync(client.PostFormAsync(page, page + "/accept"), "role=\"alert\"");
        await RefusedAsync(client.PostFormAsync(page, page + "/materials", ("Items", "")), "Items-error");

        var petition = await portal.QueryAsync(db => db.Petitions.AsNoTracking().SingleAsync(p => page.EndsWith(p.Number)));
        Assert.Equal(("Appeal", "Urgent", "ReportMaterial", "JuvenileInvolved"), (petition.Category, petition.Urgency, petition.Confidentiality, petition.Conditions));
    }

    [Fact]
    public async Task Identity_NeedsAReason_AndTheLookIsRecorded()
    {
        var petition = await FileAsync();
        var page = $"/screening/{petition.Number}";
        using var client = await portal.SignedInAsync("ScreeningOfficer");
        Assert.DoesNotContain(Phone, await client.GetStringAsync(page), StringComparison.Ordinal);

        await RefusedAsync(client.PostFormAsync(page, page + "/identity", ("IdentityReason", " ")), "IdentityReason-error");
        Assert.False(await RevealedAsync(petition.Id));
        var shown = await client.PostFormAsync(page, page + "/identity", ("IdentityReason", "电话核实材料"));

        Assert.Contains(Phone, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.True(await RevealedAsync(petition.Id));
        Assert.Equal("电话核实材料", await portal.QueryAsync(db => db.ReadRecords.Where(read => read.PetitionId == petition.Id && read.What == "Identity").Select(read => read.Reason).SingleAsync()));
    }

    [Theory]
    [InlineData("NameWithheld", "PetitionDirector")]
    [InlineData("Sealed", "ScreeningOfficer")]
    public async Task Identity_WithheldOrSealed_StaysClosed(string why, string userName)
    {
        var petition = await FileAsync(filed => why == "Sealed" ? filed with { Confidentiality = "Sealed" } : filed with { IdentityMode = "NameWithheld" });
        var page = $"/screening/{petition.Number}";
        using var client = await portal.SignedInAsync(userName);

        var answer = await client.PostFormAsync(page, page + "/identity", ("IdentityReason", "想看看"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(Phone, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await RevealedAsync(petition.Id));
    }

    [Fact]
    public async Task Respondent_ConfirmedAsADepartment_WallsIt()
    {
        var petition = await FileAsync();
        var page = $"/screening/{petition.Number}";
        using var client = await portal.SignedInAsync("ScreeningOfficer");
        await DoneAsync(client.PostFormAsync(page, page + "/start", ("NoConflict", "true")));
        await RefusedAsync(client.PostFormAsync(page, page + "/respondents", ("RespondentKind", "Unit"), ("RespondentName", "")), "RespondentName-error");
        await DoneAsync(client.PostFormAsync(page, page + "/respondents", ("RespondentKind", "Unit"), ("RespondentName", "第二检察部")));

        var (respondent, department) = await portal.QueryAsync(async db => (
            await db.Respondents.Where(r => r.PetitionId == petition.Id).Select(r => r.Id).SingleAsync(),
            await db.Departments.Where(d => d.Code == "D990101-02").Select(d => d.Id).SingleAsync()));
        await DoneAsync(client.PostFormAsync(page, $"{page}/respondents/{respondent}", ("clear", "false"), ("RespondentDepartmentId", department.ToString())));

        var kept = await portal.QueryAsync(db => db.Respondents.AsNoTracking().SingleAsync(r => r.Id == respondent));
        Assert.Equal((RespondentStatus.Confirmed, department), (kept.Status, kept.DepartmentId!.Value));
        Assert.Contains($"<option value=\"{department}\" selected", await client.GetStringAsync(page), StringComparison.Ordinal);
        using var head = await portal.SignedInAsync("DepartmentHead");
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/cases/{petition.Number}")).StatusCode);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> posted) => Assert.Equal(HttpStatusCode.Redirect, (await posted).StatusCode);

    private static async Task RefusedAsync(Task<HttpResponseMessage> posted, string shows)
    {
        var answer = await posted;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(shows, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<Petition> FileAsync(Func<NewPetition, NewPetition>? change = null)
    {
        var block = portal.Services.GetRequiredService<ColumnProtector>().ProtectBlock(new IdentityBlock { Phone = Phone });
        return portal.Given.Petition(filed => (change ?? (same => same))(filed with
        {
            Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = "Portal", EncryptedIdentity = block }],
        }));
    }

    private Task<bool> RevealedAsync(Guid id) => portal.QueryAsync(db => db.Facts.AnyAsync(fact => fact.SubjectId == id && fact.Kind == "IdentityRevealed"));
}
