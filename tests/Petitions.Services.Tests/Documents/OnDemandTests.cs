using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.OnDemand;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Documents;

/// <summary>Documents somebody asks for (domain.md 4.2): what stands in them, who may, and once only.</summary>
public sealed class OnDemandTests : ScreeningTest
{
    [Fact]
    public async Task Urge_IsNumbered_NamesHandlerAndLimit_AndThePetitionerSeesNothing()
    {
        var petition = await Accepted();

        var id = await IssueAsync(Director, petition, OnDemandTypes.Urge, asked => asked with { Text = "请本周内答复。" });

        var document = await DocumentAsync(petition, id, Handler);
        Assert.StartsWith("清检控申催〔", document.NumberText, StringComparison.Ordinal);
        var words = string.Concat(document.Paper.Words);
        Assert.Contains("李航：", words, StringComparison.Ordinal);
        Assert.Contains("请本周内答复。", words, StringComparison.Ordinal);
        Assert.Contains(PaperComposer.Written((await Given.Reload(petition)).NextDueOn!.Value), words, StringComparison.Ordinal);
        var citizen = Actor.Citizen(petition.Id);
        Assert.DoesNotContain(await RunAsync<DocumentQueries, IReadOnlyList<DocumentLine>>(queries => queries.OfPetitionAsync(petition.Number, citizen, default)), line => line.Id == id);
        var seen = await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.CitizenAsync(petition.Id, citizen, default));
        Assert.Contains(seen, line => line.Kind == nameof(DocumentIssued));
        Assert.DoesNotContain(seen, line => line.Text == document.NumberText);
        Assert.Contains(await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(async queries => await queries.StaffAsync(petition.Id, await As(Handler), default)),
            line => line.Kind == nameof(DocumentIssued) && line.ActorId == Director.Id);
    }

    [Fact]
    public async Task FirstHandling_HoldsWhoAndWhen()
    {
        var petition = await Accepted();

        var id = await IssueAsync(Handler, petition, OnDemandTypes.FirstHandling);

        var document = await DocumentAsync(petition, id, Handler);
        Assert.Null(document.NumberText);
        Assert.Equal(("李航", "李航", "已受理", petition.Title), (document.Fields["handler"], document.Fields["currentHandler"], document.Fields["state"], document.Fields["matterTitle"]));
    }

    [Fact]
    public async Task Filing_GoesToThePetitioner_AndServiceNamesTheDocumentServed()
    {
        var petition = await Accepted();
        var notice = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id && d.Type == "AcceptanceNotice").Select(d => new { d.Id, d.NumberText }).SingleAsync());

        var filing = await IssueAsync(Handler, petition, OnDemandTypes.Filing);
        var service = await IssueAsync(Handler, petition, OnDemandTypes.Service, asked => asked with { DocumentId = notice.Id, Way = "Post", ServedOn = new DateOnly(2026, 3, 2) });

        Assert.Equal(("刘芳", "网络"), ((await DocumentAsync(petition, filing, Handler)).Fields["to"], (await DocumentAsync(petition, filing, Handler)).Fields["channel"][..2]));
        var receipt = await DocumentAsync(petition, service, Handler);
        Assert.Equal(($"受理通知书（{notice.NumberText}）", "邮寄", "2026-03-02"), (receipt.Fields["document"], receipt.Fields["way"], receipt.Fields["servedOn"]));
        var citizen = Actor.Citizen(petition.Id);
        Assert.Contains(await RunAsync<DocumentQueries, IReadOnlyList<DocumentLine>>(queries => queries.OfPetitionAsync(petition.Number, citizen, default)), line => line.Id == filing);
    }

    [Fact]
    public async Task Issue_TheSamePressTwice_MakesOneDocument()
    {
        var petition = await Accepted();
        var seen = await SeenAsync(petition);
        await IssueAsync(Director, petition, OnDemandTypes.Urge);

        Assert.Equal("document.seen", await RefusedAs<OnDemandService>(Director, (service, actor) =>
            service.IssueAsync(new IssueOnDemand { Number = petition.Number, Type = OnDemandTypes.Urge, Seen = seen }, actor, default)));
        Assert.Equal(1, await QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.Type == OnDemandTypes.Urge)));
    }

    [Fact]
    public async Task Issue_AtTheSameMoment_MakesOneDocument()
    {
        var petition = await Accepted();
        var asked = new IssueOnDemand { Number = petition.Number, Type = OnDemandTypes.Filing, Seen = await SeenAsync(petition) };
        var actor = await As(Handler);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await RunAsync<OnDemandService>(service => service.IssueAsync(asked, actor, default));
            }
            catch (Domain.RuleBrokenException broken)
            {
                Assert.Equal("document.seen", broken.Code);
            }
        }));

        Assert.Equal(1, await QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.Type == OnDemandTypes.Filing)));
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(DocumentIssued) && f.ActorId == Handler.Id && f.Data.Contains("FilingReceipt"))));
    }

    [Fact]
    public async Task Issue_WhatDoesNotFit_IsRefused_AndNothingIsIssued()
    {
        var fresh = await Given.Petition();
        var petition = await Accepted();
        var before = await QueryAsync(db => db.IssuedDocuments.CountAsync());
        async Task<string> Refused(Petition matter, string type, Func<IssueOnDemand, IssueOnDemand>? change = null)
        {
            var asked = new IssueOnDemand { Number = matter.Number, Type = type, Seen = await SeenAsync(matter) };
            return await RefusedAs<OnDemandService>(type == OnDemandTypes.Urge ? Director : matter == fresh ? Officer : Handler, (service, actor) => service.IssueAsync(change?.Invoke(asked) ?? asked, actor, default));
        }

        Assert.Equal("document.no-first-handler", await Refused(fresh, OnDemandTypes.FirstHandling));
        Assert.Equal("document.no-visit", await Refused(petition, OnDemandTypes.Visit));
        Assert.Equal("document.no-document", await Refused(petition, OnDemandTypes.Service));
        Assert.Equal("document.text", await Refused(petition, OnDemandTypes.Urge, asked => asked with { Text = new string('催', OnDemandFields.TextMax + 1) }));
        var notice = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id).Select(d => d.Id).FirstAsync());
        Assert.Equal("document.way", await Refused(petition, OnDemandTypes.Service, asked => asked with { DocumentId = notice, Way = "Pigeon" }));
        Assert.Equal("document.served-on", await Refused(petition, OnDemandTypes.Service, asked => asked with { DocumentId = notice, ServedOn = new DateOnly(2030, 1, 1) }));
        // The day before it was issued.
        Assert.Equal("document.served-on", await Refused(petition, OnDemandTypes.Service, asked => asked with { DocumentId = notice, ServedOn = new DateOnly(2026, 3, 1) }));
        Assert.Equal(before, await QueryAsync(db => db.IssuedDocuments.CountAsync()));
    }

    [Fact]
    public async Task Issue_WithoutTheAbility_OutOfReach_OrAnotherType_IsNotFound()
    {
        var petition = await Accepted();
        var report = await AcceptedReport();
        var stranger = await Given.Staff("钱进", Fixtures.Given.SecondDepartment, "CaseOfficer");

        await NotFoundAsync(Handler, petition, OnDemandTypes.Urge);
        await NotFoundAsync(stranger, petition, OnDemandTypes.FirstHandling);
        await NotFoundAsync(Handler, petition, "AcceptanceNotice");
        await NotFoundAsync(Handler, petition, "");
        // The director urges, but may not read report material; its papers name it.
        await NotFoundAsync(Director, report, OnDemandTypes.Urge);
        var actor = await As(Director);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<OnDemandQueries>(queries => queries.SheetAsync(report.Number, actor, default)));
        var notice = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == report.Id).Select(d => d.Id).SingleAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<DocumentQueries>(queries => queries.GetAsync(report.Number, notice, actor, default)));
        Assert.Equal("刘芳", (await DocumentAsync(report, notice, Handler)).Fields["to"]);
    }

    private async Task<Petition> AcceptedReport()
    {
        var report = await Given.Petition();
        await ActAs<ScreeningService>(Officer, (service, actor) => service.StartAsync(report.Number, true, actor, default));
        await ActAs<ScreeningService>(Officer, (service, actor) => service.ClassifyAsync(new ClassifyRequest(report.Number, new Classification
        {
            Track = "LitigationRights",
            Category = report.Category,
            SubCategory = report.SubCategory,
            Confidentiality = "ReportMaterial",
        }), actor, default));
        await ActAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(report, Handler), actor, default));
        return report;
    }

    private async Task NotFoundAsync(Staff by, Petition petition, string type)
    {
        var actor = await As(by);
        var seen = await SeenAsync(petition);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<OnDemandService>(service =>
            service.IssueAsync(new IssueOnDemand { Number = petition.Number, Type = type, Seen = seen }, actor, default)));
    }

    private async Task<Guid> IssueAsync(Staff by, Petition petition, string type, Func<IssueOnDemand, IssueOnDemand>? change = null)
    {
        var asked = new IssueOnDemand { Number = petition.Number, Type = type, Seen = await SeenAsync(petition) };
        var actor = await As(by);
        return await RunAsync<OnDemandService, Guid>(service => service.IssueAsync(change?.Invoke(asked) ?? asked, actor, default));
    }

    private Task<int> SeenAsync(Petition petition) => QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id));

    private async Task<DocumentView> DocumentAsync(Petition petition, Guid id, Staff reader)
    {
        var actor = await As(reader);
        return await RunAsync<DocumentQueries, DocumentView>(queries => queries.GetAsync(petition.Number, id, actor, default));
    }
}
