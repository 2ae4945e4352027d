using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.JointVisits;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Petitions;

namespace Petitions.Services.Tests.JointVisits;

/// <summary>Seed feature 28: reported upwards with the least data, approved by a second person, never to whom it complains of.</summary>
public sealed class EscalationTests : JointTest
{
    private const string Committee = "清溪县委政法委";

    [Fact]
    public async Task Escalation_ProposedApprovedSentAnswered_KeepsItsQuestionAndMeasures()
    {
        var petition = await Accepted();
        await ProposeAsync(petition, Handler);
        Assert.Equal("proposal.waiting", await RefusedAs<EscalationDecisions>(Director, (decisions, actor) => decisions.ProposeAsync(Request(petition), actor, default)));

        await DecideAsync(Deputy, approve: true);
        var id = await QueryAsync(db => db.Escalations.Select(e => e.Id).SingleAsync());
        Assert.Equal("escalation.wrong-state", await RefusedAs<EscalationService>(Director, (service, actor) => service.AnswerAsync(petition.Number, id, "由住建局牵头。", Today, [], actor, default)));
        await ActAs<EscalationService>(Director, (service, actor) => service.SendAsync(petition.Number, id, "机要交换", actor, default));
        Assert.Equal("escalation.answered-on", await RefusedAs<EscalationService>(Director, (service, actor) => service.AnswerAsync(petition.Number, id, "由住建局牵头。", Today.AddDays(1), [], actor, default)));
        await ActAs<EscalationService>(Director, (service, actor) => service.AnswerAsync(petition.Number, id, "由住建局牵头。", Today, [new NewEscalationMeasure("召开协调会", "控申部", Today.AddDays(5))], actor, default));

        var made = await QueryAsync(db => db.Escalations.AsNoTracking().Include(e => e.Measures).SingleAsync());
        Assert.Equal((EscalationState.Answered, Committee, "请明确牵头单位。"), (made.State, made.Receiver, made.Question));
        await ActAs<EscalationService>(Director, (service, actor) => service.DoneAsync(petition.Number, id, made.Measures[0].Id, "已经召开", actor, default));
        Assert.Equal("escalation.measure-done", await RefusedAs<EscalationService>(Director, (service, actor) => service.DoneAsync(petition.Number, id, made.Measures[0].Id, "再来", actor, default)));
        var kinds = await KindsAsync(petition.Id);
        Assert.Equal([nameof(EscalationSent), nameof(EscalationAnswered), nameof(InternalNoteAdded)], kinds.Where(kind => kind.StartsWith("Escalation", StringComparison.Ordinal) || kind == nameof(InternalNoteAdded)));
        var paper = await QueryAsync(db => db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Type == "EscalationReport"));
        Assert.Equal((false, true), (paper.ToPetitioner, paper.NumberText is not null));
    }

    /// <summary>What follows from an answer has a day somebody watches: reminded of once a step, marked late, and left alone once it is done.</summary>
    [Fact]
    public async Task Escalation_MeasureWithoutAResult_IsRemindedOf_AndMarkedLate()
    {
        var petition = await Accepted();
        await ProposeAsync(petition, Handler);
        await DecideAsync(Deputy, approve: true);
        var id = await QueryAsync(db => db.Escalations.Select(e => e.Id).SingleAsync());
        await ActAs<EscalationService>(Director, (service, actor) => service.SendAsync(petition.Number, id, "机要交换", actor, default));
        await ActAs<EscalationService>(Director, (service, actor) => service.AnswerAsync(petition.Number, id, "由住建局牵头。", Today, [new NewEscalationMeasure("召开协调会", "住建局", Today.AddDays(5))], actor, default));
        var director = await As(Director);
        async Task<EscalationMeasureLine> LineAsync() => (await RunAsync<EscalationQueries, EscalationSheet>(queries => queries.OfAsync(petition.Number, null, director, default))).Lines[0].Measures[0];
        Task<int> RemindAsync() => RunAsync<EscalationWatch, int>(watch => watch.RemindAsync(Clock.GetUtcNow().UtcDateTime, default));

        Assert.Equal(0, await RemindAsync());
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 0), (await RemindAsync(), await RemindAsync()));
        Assert.Equal(new[] { Director.Id, Handler.Id }.Order(), (await QueryAsync(db => db.Notices.Where(n => n.Template == "staff.escalation-measure").Select(n => n.StaffId!.Value).ToListAsync())).Order());
        Assert.False((await LineAsync()).Late);

        Clock.Advance(TimeSpan.FromDays(20));
        Assert.True((await LineAsync()).Late);
        Assert.Equal((1, 0), (await RemindAsync(), await RemindAsync()));
        Assert.NotEqual(0, await QueryAsync(db => db.Notices.CountAsync(n => n.Template == "staff.escalation-measure" && n.StaffId == Deputy.Id)));
        var measure = (await LineAsync()).Id;
        await ActAs<EscalationService>(Director, (service, actor) => service.DoneAsync(petition.Number, id, measure, "已经召开", actor, default));
        Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await RemindAsync());
        Assert.False((await LineAsync()).Late);
    }

    /// <summary>The receiver list holds no unit complained of, typed or chosen; also when it is named after the proposal.</summary>
    [Fact]
    public async Task Escalation_ToWhomItComplainsOf_IsRefused()
    {
        var against = await Accepted(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Unit, Name = Committee }] });
        var city = Given.Offices.OfficeByCode("C9901")!;
        var superior = await Accepted(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Unit, Name = city.NameZh, OfficeId = city.Id }] });
        var director = await As(Director);
        Task<EscalationSheet> SheetAsync(Petition petition) => RunAsync<EscalationQueries, EscalationSheet>(queries => queries.OfAsync(petition.Number, null, director, default));

        Assert.DoesNotContain((await SheetAsync(against)).Receivers, each => each.Kind == EscalationReceivers.Committee);
        Assert.Equal("escalation.receiver", await RefusedAs<EscalationDecisions>(Director, (decisions, actor) => decisions.ProposeAsync(Request(against), actor, default)));
        Assert.DoesNotContain((await SheetAsync(superior)).Receivers, each => each.Key == city.Code);
        Assert.Contains((await SheetAsync(superior)).Receivers, each => each.Kind == EscalationReceivers.Committee);
        await ProposeAsync(superior, Handler);
        await ActAs<ScreeningService>(Director, (screening, actor) => screening.NameRespondentAsync(new NameRespondentRequest(superior.Number, new RespondentDetails { Kind = RespondentKind.Unit, Name = Committee }), actor, default));
        var id = await QueryAsync(db => db.DecisionProposals.Where(d => d.Kind == DecisionKind.Escalation).Select(d => d.Id).SingleAsync());
        Assert.Equal("escalation.receiver", await RefusedAs<DecisionService>(Deputy, (decisions, actor) => decisions.DecideAsync(new DecideRequest(id, true), actor, default)));
    }

    [Fact]
    public async Task Escalation_WithThePetitionersIdentity_OrBySomebodyElse_IsRefused()
    {
        var petition = await Accepted();

        Assert.Equal("transfer.identity-in-extract", await RefusedAs<EscalationDecisions>(Handler, (decisions, actor) => decisions.ProposeAsync(Request(petition) with { Summary = "刘芳反映的问题。" }, actor, default)));
        Assert.Equal("escalation.receiver", await RefusedAs<EscalationDecisions>(Handler, (decisions, actor) => decisions.ProposeAsync(Request(petition) with { Receiver = "nobody" }, actor, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<EscalationDecisions>(Head, (decisions, actor) => decisions.ProposeAsync(Request(petition), actor, default)));
        await ProposeAsync(petition, Handler);
        await DecideAsync(Deputy, approve: false);
        Assert.False(await QueryAsync(db => db.Escalations.AnyAsync()));
    }

    /// <summary>Seed feature 28: the outgoing summary holds neither name nor number of the petitioner, however the number is spaced.</summary>
    [Fact]
    public async Task Escalation_WithTheIdentityNumber_IsRefused_AndTheReportHoldsNone()
    {
        var receipt = await RunAsync<PetitionIntakeService, Receipt>(intake => intake.FileAsync(Filings.J1(), Actor.Citizen(), default));
        var petition = await QueryAsync(db => db.Petitions.AsNoTracking().SingleAsync(p => p.Number == receipt.Number));
        await ActAs<ScreeningService>(Officer, (screening, actor) => screening.StartAsync(petition.Number, true, actor, default));
        await ActAs<ScreeningService>(Officer, (screening, actor) => screening.ClassifyAsync(
            new ClassifyRequest(petition.Number, new Classification { Track = "LitigationRights", Category = petition.Category, SubCategory = petition.SubCategory }), actor, default));
        await ActAs<AcceptanceService>(Officer, (acceptance, actor) => acceptance.AcceptAsync(Acceptance(petition, Handler), actor, default));

        foreach (var told in new[] { "证件号码990101199003070015。", "证件号码990101 19900307 0015。", "电话138-0000-0000。", "住清溪县榆林街3号。" })
        {
            Assert.Equal("transfer.identity-in-extract", await RefusedAs<EscalationDecisions>(Handler, (decisions, actor) => decisions.ProposeAsync(Request(petition) with { Summary = told }, actor, default)));
        }

        await ProposeAsync(petition, Handler);
        await DecideAsync(Deputy, approve: true);
        var report = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id && d.Type == "EscalationReport").Select(d => d.Id).SingleAsync());
        var director = await As(Director);
        var paper = (await RunAsync<DocumentQueries, DocumentView>(queries => queries.GetAsync(petition.Number, report, director, default))).Paper;
        Assert.Contains(paper.Words, words => words.Contains("请明确牵头单位。", StringComparison.Ordinal));
        Assert.DoesNotContain(paper.Words, words => words.Contains("990101199003070015", StringComparison.Ordinal) || words.Contains("刘芳", StringComparison.Ordinal));
    }

    private static ProposeEscalation Request(Petition petition) => new(petition.Number, EscalationReceivers.Committee, Committee, "信访人多年反映同一问题，涉及三个部门。", "请明确牵头单位。");

    private Task ProposeAsync(Petition petition, Staff by) => ActAs<EscalationDecisions>(by, (decisions, actor) => decisions.ProposeAsync(Request(petition), actor, default));

    private async Task DecideAsync(Staff by, bool approve)
    {
        var id = await QueryAsync(db => db.DecisionProposals.Where(d => d.Kind == DecisionKind.Escalation && d.State == DecisionState.Waiting).Select(d => d.Id).SingleAsync());
        await ActAs<DecisionService>(by, (decisions, actor) => decisions.DecideAsync(new DecideRequest(id, approve, approve ? null : "情况不清"), actor, default));
    }
}
