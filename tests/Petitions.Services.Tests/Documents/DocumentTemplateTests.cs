using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Templates;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Documents;

/// <summary>Wording is versioned; what was issued stays as it was.</summary>
public sealed class DocumentTemplateTests : ScreeningTest
{
    [Fact]
    public async Task Seed_EveryTemplate_NamesOnlyFieldsOfItsDocument()
    {
        var templates = await QueryAsync(db => db.DocumentTemplates.AsNoTracking().ToListAsync());

        Assert.True(templates.Count >= 16);
        Assert.All(templates, template => Assert.Empty(TemplateText.Problems(template.Text, DocumentFields.Names(template.Type))));
    }

    [Fact]
    public async Task Revise_HoldsFromItsDay_AndLeavesIssuedDocumentsAlone()
    {
        var before = await Accepted();
        var old = await TemplateAsync("AcceptanceNotice");

        await RunAsync<DocumentTemplateService>(service => service.ReviseAsync(old.Id, 1, Change("# 新标题\n{to}", 1), Actor.System, default));
        var sameDay = await Accepted();
        Clock.Advance(TimeSpan.FromDays(1));
        var after = await Accepted();

        Assert.Equal("受理通知书", (await PaperAsync(before.Number)).Paper.Title);
        Assert.Equal("受理通知书", (await PaperAsync(sameDay.Number)).Paper.Title);
        Assert.Equal("新标题", (await PaperAsync(after.Number)).Paper.Title);
        var versions = await RunAsync<DocumentTemplateQueries, IReadOnlyList<TemplateLine>>(queries => queries.VersionsAsync(old.Id, default));
        Assert.Equal([2, 1], versions.Select(line => line.Version));
        Assert.Equal(ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime).AddDays(-1), versions[1].ValidTo);
        var changed = await QueryAsync(db => db.Facts.AsNoTracking().SingleAsync(fact => fact.Kind == "TemplateChanged"));
        Assert.Equal(versions[0].Id, changed.SubjectId);
    }

    [Fact]
    public async Task Issue_TakesTheNarrowestThatFits()
    {
        await RunAsync<DocumentTemplateService>(service => service.CreateAsync(
            new TemplateSelector { Type = "AcceptanceNotice", Track = "LitigationRights" }, Change("# 按途径", 0), Actor.System, default));
        await RunAsync<DocumentTemplateService>(service => service.CreateAsync(
            new TemplateSelector { Type = "AcceptanceNotice", Category = "Complaint" }, Change("# 按类别", 0), Actor.System, default));
        await RunAsync<DocumentTemplateService>(service => service.CreateAsync(
            new TemplateSelector { Type = "AcceptanceNotice", Category = "Report" }, Change("# 别的类别", 0), Actor.System, default));

        var petition = await Accepted();

        Assert.Equal("按类别", (await PaperAsync(petition.Number)).Paper.Title);
    }

    [Theory]
    [InlineData("{nobody}", 0, "理由", "template.text")]
    [InlineData("", 0, "理由", "template.text")]
    [InlineData("好", 0, " ", "template.reason")]
    [InlineData("好", -1, "理由", "template.valid-from")]
    public async Task Revise_WhatMayNotStand_IsRefusedAndNothingIsSaved(string text, int days, string reason, string code)
    {
        var old = await TemplateAsync("ProceduralReply");

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<DocumentTemplateService>(service =>
            service.ReviseAsync(old.Id, 1, Change(text, days) with { Reason = reason }, Actor.System, default)));

        Assert.Equal(code, broken.Code);
        Assert.Equal(1, await QueryAsync(db => db.DocumentTemplates.CountAsync(t => t.Type == "ProceduralReply")));
    }

    [Fact]
    public async Task Revise_FromAnOldVersion_OrAnUnknownOne_IsRefused()
    {
        var old = await TemplateAsync("ProceduralReply");
        await RunAsync<DocumentTemplateService>(service => service.ReviseAsync(old.Id, 1, Change("一", 1), Actor.System, default));

        Assert.Equal("template.newer-version", (await Assert.ThrowsAsync<RuleBrokenException>(() =>
            RunAsync<DocumentTemplateService>(service => service.ReviseAsync(old.Id, 1, Change("二", 2), Actor.System, default)))).Code);
        await Assert.ThrowsAsync<NotFoundException>(() =>
            RunAsync<DocumentTemplateService>(service => service.ReviseAsync(Guid.CreateVersion7(), 1, Change("二", 2), Actor.System, default)));
    }

    [Theory]
    [InlineData("NoSuch", "", "template.type")]
    [InlineData("ProceduralReply", "", "template.exists")]
    [InlineData("ProceduralReply", "NoSuch", "template.selector")]
    public async Task Create_OfWhatIsThereOrUnknown_IsRefused(string type, string category, string code)
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<DocumentTemplateService>(service =>
            service.CreateAsync(new TemplateSelector { Type = type, Category = category }, Change("好", 0), Actor.System, default)));

        Assert.Equal(code, broken.Code);
    }

    [Fact]
    public async Task Preview_OfARealMatter_OnlyForThoseWhoMayKnowOfIt()
    {
        var petition = await Accepted();
        var administrator = await Given.Staff("孙志", roles: "SystemAdmin");
        var (admin, officer) = (await As(administrator), await As(Handler));

        var paper = await RunAsync<DocumentTemplateQueries, Domain.Petitions.Documents.Paper>(queries => queries.PreviewAsync("AcceptanceNotice", "@ {to}", petition.Number, officer, default));

        Assert.Equal("刘芳", paper.Blocks[0].Text);
        Assert.True(await QueryAsync(db => db.ReadRecords.AnyAsync(read => read.PetitionId == petition.Id && read.What == "TemplatePreview")));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<DocumentTemplateQueries>(queries => queries.PreviewAsync("AcceptanceNotice", "x", petition.Number, admin, default)));
    }

    private TemplateChange Change(string text, int days) =>
        new() { Text = text, ValidFrom = ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime).AddDays(days), Reason = "试用" };

    private Task<DocumentTemplate> TemplateAsync(string type) => QueryAsync(db => db.DocumentTemplates.AsNoTracking().SingleAsync(t => t.Type == type && t.Version == 1));

    private async Task<DocumentView> PaperAsync(string number)
    {
        var actor = await As(Handler);
        return await RunAsync<DocumentQueries, DocumentView>(async queries =>
        {
            var line = (await queries.OfPetitionAsync(number, actor, default)).Single(document => document.Type == "AcceptanceNotice");
            return await queries.GetAsync(number, line.Id, actor, default);
        });
    }
}
