using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Ratings;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Petitions.Handling;

/// <summary>One matter through its whole life, and what is refused on the way.</summary>
public sealed class WholeLifeTests : PetitionsTest
{
    private static readonly ReplyTexts Complete = new()
    {
        ClaimAnswers = "请求监督立案：予以支持。",
        Facts = "经查，公安机关五个月未作决定。",
        Law = "应当在规定时间内作出是否立案的决定。",
        Articles = "《人民检察院刑事诉讼规则》第五百五十八条",
        Reason = "长期不作决定影响当事人权利。",
        Assessment = "Supported",
    };

    private readonly Dictionary<string, Guid> people = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AddAsync("screener", "林晓", Given.PetitionDepartment, "ScreeningOfficer");
        await AddAsync("handler", "王磊", Given.SecondDepartment, "CaseOfficer");
        await AddAsync("head", "赵刚", Given.SecondDepartment, "DepartmentHead", "CaseOfficer");
        await AddAsync("deputy", "沈清", "D990101-11", "DeputyChief");
        await AddAsync("director", "李敏", Given.PetitionDepartment, "PetitionDirector");
        await AddAsync("archive", "安宁", "D990101-15", "ArchiveKeeper");
    }

    [Fact]
    public async Task Matter_FromFilingToArchive_LeavesEveryStepInItsChain()
    {
        var petition = await AcceptedAsync();
        var citizen = Actor.Citizen(petition.Id);
        await DoAsync<HandlingService>("handler", (s, a) => s.StartAsync(petition.Number, a, default));
        await DoAsync<ReplyService>("handler", (s, a) => s.SubmitAsync(petition.Number, Complete, a, default));
        await DoAsync<ReplyService>("head", (s, a) => s.ReturnAsync(petition.Number, "请补充理由。", a, default));
        await DoAsync<ReplyService>("handler", (s, a) => s.SubmitAsync(petition.Number, Complete, a, default));
        await DoAsync<ReplyService>("head", (s, a) => s.ApproveAsync(petition.Number, a, default));
        await DoAsync<ReplyService>("handler", (s, a) => s.SendAsync(petition.Number, a, default));
        var reply = await QueryAsync(db => db.Replies.SingleAsync(r => r.PetitionId == petition.Id));
        await RunAsync<ReplyService>(s => s.ReadByPetitionerAsync(reply.Id, citizen, default));
        await RunAsync<RatingService>(s => s.RateAsync(new RatingGiven("Satisfied", "Satisfied", "BasicallySatisfied", "Satisfied", null), citizen, default));
        await DoAsync<HandlingService>("handler", (s, a) => s.ProposeOutcomeAsync(petition.Number, "Supported", null, a, default));
        await RunAsync<RatingService>(s => s.ConfirmOutcomeAsync(citizen, default));
        await DoAsync<ClosingService>("handler", (s, a) => s.CloseAsync(petition.Number, a, default));
        await DoAsync<ClosingService>("archive", (s, a) => s.ArchiveAsync(petition.Number, "Long", a, default));

        var ended = await Given.Reload(petition);
        var kinds = await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync());
        var rounds = await QueryAsync(db => db.Replies.Where(r => r.PetitionId == petition.Id).SelectMany(r => r.Rounds).OrderBy(r => r.Number).ToListAsync());
        var numbers = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id).Select(d => d.NumberText).ToListAsync());
        Assert.Equal(PetitionState.Archived, ended.State);
        Assert.Equal(people["handler"], ended.FirstHandlerId);
        Assert.Equal(
            ["PetitionReceived", "PetitionRegistered", "ScreeningStarted", "TrackSet", "PetitionAccepted", "FirstHandlerNamed", "PetitionRouted", "RoutingOverridden", "DocumentIssued",
                "AcceptanceNoticeSent", "HandlingStarted", "OpinionDrafted", "OpinionReturned", "OpinionDrafted", "OpinionApproved", "DocumentIssued", "ResultReplySent", "OpinionIssued",
                "ResultReplyServed", "OpinionServed", "RatingInvited", "ReplyRated", "OutcomeProposed", "OutcomeConfirmed", "PetitionClosed", "PetitionArchived"],
            kinds.Where(kind => !kind.StartsWith("Clock", StringComparison.Ordinal)));
        Assert.Equal([false, true], rounds.Select(round => round.Approved!.Value));
        Assert.Equal("请补充理由。", rounds[0].DecisionReason);
        Assert.All(numbers, number => Assert.Matches("^清检控申.+〔2026〕1号$", number));
        Assert.All(await QueryAsync(db => db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId.StartsWith("RESULT")).ToListAsync()), clock => Assert.Equal(ClockState.Met, clock.State));
    }

    [Fact]
    public async Task Submit_WithoutLawOrArticle_IsRefused()
    {
        var petition = await InHandlingAsync();

        var law = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            DoAsync<ReplyService>("handler", (s, a) => s.SubmitAsync(petition.Number, Complete with { Law = " " }, a, default)));
        var article = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            DoAsync<ReplyService>("handler", (s, a) => s.SubmitAsync(petition.Number, Complete with { Articles = "" }, a, default)));

        Assert.Equal("reply.law-missing", law.Code);
        Assert.Equal("reply.article-missing", article.Code);
    }

    [Fact]
    public async Task Approve_ByTheHandlerWhoIsAlsoHead_IsRefused()
    {
        var petition = await AcceptedAsync("head");
        await DoAsync<HandlingService>("head", (s, a) => s.StartAsync(petition.Number, a, default));
        await DoAsync<ReplyService>("head", (s, a) => s.SubmitAsync(petition.Number, Complete, a, default));

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => DoAsync<ReplyService>("head", (s, a) => s.ApproveAsync(petition.Number, a, default)));

        Assert.Equal("reply.handler-approves", refusal.Code);
    }

    [Fact]
    public async Task Rate_Twice_IsRefused()
    {
        var petition = await RepliedAsync();
        var citizen = Actor.Citizen(petition.Id);
        var given = new RatingGiven("Satisfied", "Satisfied", "Dissatisfied", "Satisfied", "没有人打过电话");
        await RunAsync<RatingService>(s => s.RateAsync(given, citizen, default));

        var again = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<RatingService>(s => s.RateAsync(given, citizen, default)));
        var told = await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == people["director"] && n.Template == "staff.low-rating"));

        Assert.Equal("rating.already-given", again.Code);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Rate_ByStaff_FindsNothing() =>
        await Assert.ThrowsAsync<NotFoundException>(() =>
            DoAsync<RatingService>("director", (s, a) => s.RateAsync(new RatingGiven("Satisfied", "Satisfied", "Satisfied", "Satisfied", null), a, default)));

    [Fact]
    public async Task Close_BeforeTheReplyIsServed_IsRefused()
    {
        var petition = await RepliedAsync(served: false);
        await DoAsync<HandlingService>("handler", (s, a) => s.ProposeOutcomeAsync(petition.Number, "Supported", null, a, default));

        var refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => DoAsync<ClosingService>("handler", (s, a) => s.CloseAsync(petition.Number, a, default)));

        Assert.Equal("petition.not-served", refusal.Code);
    }

    [Fact]
    public async Task Serve_OfAnOrdinaryMatter_OpensTheReviewForThirtyDays()
    {
        var petition = await RepliedAsync(ordinary: true);

        var reply = await QueryAsync(db => db.Replies.SingleAsync(r => r.PetitionId == petition.Id));

        Assert.Equal("ReviewThenRecheck", reply.Remedy);
        Assert.Equal(new DateOnly(2026, 4, 1), reply.RemedyUntil);
    }

    private async Task AddAsync(string key, string name, string department, params string[] roles) => people[key] = (await Given.Staff(name, department, roles)).Id;

    private Task<Actor> ActorAsync(string key) => ActorAsync(people[key]);

    private async Task DoAsync<T>(string key, Func<T, Actor, Task> act)
        where T : notnull
    {
        var actor = await ActorAsync(key);
        await RunAsync<T>(service => act(service, actor));
    }

    private async Task<Petition> AcceptedAsync(string handler = "handler", bool ordinary = false)
    {
        var petition = await Given.Petition(filed => ordinary ? filed with { Category = "RequestForDecision", SubCategory = "H2" } : filed);
        await DoAsync<ScreeningService>("screener", (s, a) => s.StartAsync(petition.Number, true, a, default));
        await DoAsync<ScreeningService>("screener", (s, a) => s.ClassifyAsync(new ClassifyRequest(petition.Number, new Classification
        {
            Track = ordinary ? "Ordinary" : "LitigationRights",
            Category = petition.Category,
            SubCategory = petition.SubCategory,
        }), a, default));
        await DoAsync<AcceptanceService>("screener", (s, a) => s.AcceptAsync(
            new AcceptRequest(petition.Number, Given.DepartmentId(Given.SecondDepartment), people[handler], NoConflict: true, OverrideReason: "案件由第二检察部办理"), a, default));
        return petition;
    }

    private async Task<Petition> InHandlingAsync(bool ordinary = false)
    {
        var petition = await AcceptedAsync(ordinary: ordinary);
        await DoAsync<HandlingService>("handler", (s, a) => s.StartAsync(petition.Number, a, default));
        return petition;
    }

    private async Task<Petition> RepliedAsync(bool served = true, bool ordinary = false)
    {
        var petition = await InHandlingAsync(ordinary);
        await DoAsync<ReplyService>("handler", (s, a) => s.SubmitAsync(petition.Number, Complete, a, default));
        await DoAsync<ReplyService>("deputy", (s, a) => s.ApproveAsync(petition.Number, a, default));
        await DoAsync<ReplyService>("handler", (s, a) => s.SendAsync(petition.Number, a, default));
        if (served)
        {
            var reply = await QueryAsync(db => db.Replies.SingleAsync(r => r.PetitionId == petition.Id));
            await RunAsync<ReplyService>(s => s.ReadByPetitionerAsync(reply.Id, Actor.Citizen(petition.Id), default));
        }

        return petition;
    }
}
