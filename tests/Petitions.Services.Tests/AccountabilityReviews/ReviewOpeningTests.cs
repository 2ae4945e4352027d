using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Commitments;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Retaliation;

namespace Petitions.Services.Tests.AccountabilityReviews;

/// <summary>Proposals from the closed list, opened or refused with a reason, investigated by nobody who has a fact on the case (seed features 8, 53; journey J9 step 3).</summary>
public sealed class ReviewOpeningTests : ReviewTest
{
    private const string AboveDepartment = "C9901-07";

    [Fact]
    public async Task Overdue_ProposesOnce_JoinsOneCase_AndIsSeenByInspectionAndTheChiefAlone()
    {
        var petition = await Given.Petition();
        Clock.Advance(TimeSpan.FromDays(14));
        await RunAsync<ClockWatch>(watch => watch.RunAsync(Now, default));

        var taken = await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Now, default));

        // Screening and the procedural reply are late: two events of one case, one proposal.
        Assert.Equal(2, taken);
        Assert.Equal(0, await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Now, default)));
        var review = await QueryAsync(db => db.AccountabilityReviews.AsNoTracking().Include(r => r.Triggers).SingleAsync());
        Assert.Equal((petition.Id, ReviewState.Proposed), (review.PetitionId, review.State));
        Assert.Equal(["R7", "R8"], review.Triggers.Select(t => t.Code).Order(StringComparer.Ordinal));
        foreach (var staff in new[] { Inspector, Chief })
        {
            Assert.Equal(petition.Number, Assert.Single((await ListAsync(staff)).Lines).Number);
        }

        foreach (var staff in new[] { Officer, Director, Handler, Head, Deputy })
        {
            Assert.Empty((await ListAsync(staff)).Lines);
            await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewQueries>(staff, (q, a) => q.SheetAsync(review.Id, a, default)));
        }

        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == Inspector.Id && n.Template == "staff.review-proposed")));
    }

    /// <summary>Before a review is opened nobody is of it and nothing of its checklist is done: an opinion is refused, whoever it names.</summary>
    [Fact]
    public async Task Opinion_OnAReviewNotOpened_IsRefused()
    {
        await Proposed();

        Assert.Equal("review.not-a-member", await RefusedAs<InvestigationService>(Inspector, (s, a) =>
            s.AdviseAsync(Review, Guid.NewGuid(), Advice(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), a, default)));
    }

    [Fact]
    public async Task Retaliation_ByTheOffice_AndANonAcceptanceTakenBack_HaveTheirCodes()
    {
        var petition = await Given.Petition();
        await RunAsync<RetaliationService>(s => s.ReportAsync(new ReportRetaliation(Guid.NewGuid(), RetaliationSource.Office, "有人威胁我。"), Actor.Citizen(petition.Id), default));
        var outside = await Given.Petition();
        await RunAsync<RetaliationService>(s => s.ReportAsync(new ReportRetaliation(Guid.NewGuid(), RetaliationSource.Outside, "有人威胁我。"), Actor.Citizen(outside.Id), default));

        await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Now, default));

        var review = await QueryAsync(db => db.AccountabilityReviews.AsNoTracking().Include(r => r.Triggers).SingleAsync());
        Assert.Equal((petition.Id, "R13"), (review.PetitionId, Assert.Single(review.Triggers).Code));
        var data = await QueryAsync(db => db.Facts.Select(f => f.Id).FirstAsync());
        Assert.Equal("R6", await RunAsync<TriggerReader, string?>(reader => reader.CodeOfAsync(new TriggerEvent(data, nameof(NonAcceptanceRevoked), petition.Id, Now, "{}"), Services.GetRequiredService<ClockCatalog>(), default)));

        // Whoever outside retaliates for a report that is kept from him has learnt of it from somebody.
        var kept = await Given.Petition(filed => filed with { Confidentiality = "ReportMaterial" });
        await RunAsync<RetaliationService>(s => s.ReportAsync(new ReportRetaliation(Guid.NewGuid(), RetaliationSource.Outside, "有人威胁我。"), Actor.Citizen(kept.Id), default));
        Assert.Equal(1, await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Now, default)));
        Assert.Equal("R12", await QueryAsync(db => db.AccountabilityReviews.Where(r => r.PetitionId == kept.Id).Select(r => r.Triggers.Single().Code).SingleAsync()));
    }

    /// <summary>Seed feature 8: a reply overturned on review proposes a look-back on the matter it had answered; the same answer once more does not.</summary>
    [Fact]
    public async Task Overturned_OnReview_IsProposedOnTheMatterThatWasReviewed_AndTheSameAnswerIsNot()
    {
        var (earlier, review, again) = (await AnsweredAsync("NotSupported"), await AnsweredAsync("Supported"), await AnsweredAsync("Supported"));
        await LookedAtAgainAsync(review, earlier);
        await LookedAtAgainAsync(again, review);

        Assert.Equal(1, await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Now, default)));
        Assert.Equal(0, await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Now, default)));

        var proposed = await QueryAsync(db => db.AccountabilityReviews.AsNoTracking().Include(r => r.Triggers).SingleAsync());
        Assert.Equal((earlier.Id, ReviewState.Proposed), (proposed.PetitionId, proposed.State));
        Assert.Equal(("R3", "ResultReplySent"), (Assert.Single(proposed.Triggers).Code, proposed.Triggers[0].FactKind));
        Assert.Equal(earlier.Number, Assert.Single((await ListAsync(Inspector)).Lines).Number);
    }

    [Fact]
    public async Task Propose_BadInputUnknownNumberOrWall_IsRefused()
    {
        var petition = await Accepted();
        var walled = await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Inspector.Name }] });

        Assert.Equal("review.trigger", await RefusedAs<ReviewProposals>(Inspector, (s, a) => s.ProposeAsync(petition.Number, "R99", "理由", a, default)));
        Assert.Equal("review.reason", await RefusedAs<ReviewProposals>(Inspector, (s, a) => s.ProposeAsync(petition.Number, "R10", " ", a, default)));
        foreach (var number in new[] { "QX-2222-3333", walled.Number, null })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewProposals>(Inspector, (s, a) => s.ProposeAsync(number, "R10", "理由", a, default)));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewProposals>(Director, (s, a) => s.ProposeAsync(petition.Number, "R10", "理由", a, default)));
        Assert.Empty(await QueryAsync(db => db.AccountabilityReviews.ToListAsync()));
    }

    [Fact]
    public async Task Refuse_KeepsItsReason_AndANewEventProposesAnew()
    {
        var petition = await Proposed();
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewService>(Chief, (s, a) => s.RefuseAsync(Review, "不启动。", a, default)));
        Assert.Equal("review.reason", await RefusedAs<ReviewService>(Inspector, (s, a) => s.RefuseAsync(Review, "", a, default)));

        await ActAs<ReviewService>(Inspector, (s, a) => s.RefuseAsync(Review, "录音显示态度正常。", a, default));

        Assert.Equal((ReviewState.Refused, "录音显示态度正常。"), (await ReloadAsync()) is var review ? (review.State, review.Reason) : default);
        Assert.Equal([nameof(ReviewTriggerProposed), nameof(AccountabilityReviewRefused)], await FactsAsync());
        var actor = await As(Inspector);
        Assert.NotEqual(Review, await RunAsync<ReviewProposals, Guid>(s => s.ProposeAsync(petition.Number, "R12", "又有新的情况。", actor, default)));
    }

    /// <summary>The refusal names the fact, for a person and for the department that handled the case.</summary>
    [Fact]
    public async Task Open_AndAppoint_WhoeverHasAFactOnTheCase_IsRefused_AndTheFactIsNamed()
    {
        var petition = await Proposed();
        var body = await Assert.ThrowsAsync<RuleBrokenException>(() => ActAs<ReviewService>(Inspector, (s, a) => s.OpenAsync(Opening(PetitionDepartment), a, default)));
        Assert.Equal("review.conflict", body.Code);
        Assert.Matches(@"^\d+\|[A-Za-z]+\|\d{4}-\d\d-\d\d$", body.Detail);
        Assert.Equal("review.body", await RefusedAs<ReviewService>(Inspector, (s, a) => s.OpenAsync(Opening() with { BodyId = Guid.NewGuid() }, a, default)));
        Assert.Equal("review.questions", await RefusedAs<ReviewService>(Inspector, (s, a) => s.OpenAsync(Opening() with { Questions = " " }, a, default)));
        await ActAs<ReviewService>(Inspector, (s, a) => s.OpenAsync(Opening(), a, default));

        // The handler never acted, but a fact names him.
        foreach (var (staff, kind) in new[] { (Officer, nameof(ScreeningStarted)), (Handler, "FirstHandlerNamed") })
        {
            var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => ActAs<ReviewService>(Inspector, (s, a) => s.AppointAsync(Review, staff.Id, a, default)));
            var seq = await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && f.Kind == kind).Select(f => f.Seq).SingleAsync());
            Assert.Equal("review.conflict", refused.Code);
            Assert.StartsWith($"{seq}|{kind}|", refused.Detail, StringComparison.Ordinal);
        }

        var promised = await Assert.ThrowsAsync<RuleBrokenException>(() => ActAs<ReviewService>(Inspector, async (s, a) => await s.AppointAsync(Review, await PromisedByAsync(petition), a, default)));
        Assert.StartsWith($"1|{nameof(CommitmentOffered)}|", promised.Detail, StringComparison.Ordinal);
        Assert.Equal("review.member", await RefusedAs<ReviewService>(Inspector, (s, a) => s.AppointAsync(Review, Deputy.Id, a, default)));
        await ActAs<ReviewService>(Inspector, (s, a) => s.AppointAsync(Review, Inspector.Id, a, default));
        Assert.True(Assert.Single((await ReloadAsync()).Members).Lead);
    }

    /// <summary>Where the only inspector has a fact on the case, the system proposes it to the next higher office, whose own people open and investigate it.</summary>
    [Fact]
    public async Task Proposed_WhereNobodyIsFree_IsHandedUp_OpenedAndInvestigatedThere()
    {
        var above = await Given.Staff("郑督察", AboveDepartment, "InspectionOfficer");
        var petition = await Proposed(await Given.Petition(filed => filed with { Confidentiality = "ReportMaterial" }));
        Assert.Empty((await ListAsync(above)).Lines);
        Assert.Equal(0, await RunAsync<ReviewHandingUp, int>(s => s.RunAsync(default)));

        // Later he answers a letter of the case himself: now he is in conflict.
        await ActedAsync(Inspector, petition);
        Assert.Equal(1, await RunAsync<ReviewHandingUp, int>(s => s.RunAsync(default)));
        Assert.Equal(0, await RunAsync<ReviewHandingUp, int>(s => s.RunAsync(default)));

        var handed = await ReloadAsync();
        Assert.Equal((ReviewState.Proposed, Given.OfficeId("C9901")), (handed.State, handed.InvestigatingOfficeId));
        Assert.Equal([nameof(ReviewTriggerProposed), nameof(ReviewTriggerProposed)], await FactsAsync());
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == above.Id && n.Template == "staff.review-proposed")));
        Assert.Equal(petition.Number, Assert.Single((await ListAsync(above)).Lines).Number);
        // Whoever was in conflict knows that there is one, and opens, refuses and appoints nothing any more.
        Assert.Single((await ListAsync(Inspector)).Lines);
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewService>(Inspector, (s, a) => s.OpenAsync(Opening(), a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewService>(Inspector, (s, a) => s.RefuseAsync(Review, "不启动。", a, default)));
        Assert.Equal("review.body", await RefusedAs<ReviewService>(above, (s, a) => s.OpenAsync(Opening(), a, default)));

        await ActAs<ReviewService>(above, (s, a) => s.OpenAsync(Opening(AboveDepartment), a, default));
        Assert.Equal("review.conflict", await RefusedAs<ReviewService>(above, (s, a) => s.AppointAsync(Review, Inspector.Id, a, default)));
        await ActAs<ReviewService>(above, (s, a) => s.AppointAsync(Review, above.Id, a, default));
        var actor = await As(above);
        Assert.True((await RunAsync<ReviewQueries, ReviewSheet>(q => q.SheetAsync(Review, actor, default))) is { IsMember: true, MayRead: true });
        // Report material too: it is in his hands now.
        Assert.Equal(petition.Text, (await RunAsync<ReviewMaterialQueries, MaterialSheet>(q => q.ReadAsync(Review, actor, null, default))).Text);
    }

    /// <summary>The same at once where he was in conflict before it was proposed; where nobody above inspects either, it stays.</summary>
    [Fact]
    public async Task Proposed_WithNobodyFreeFromTheStart_IsProposedToTheNextHigherOfficeAtOnce()
    {
        var (first, second) = (await Accepted(), await Accepted());
        await ActedAsync(Inspector, first);
        await ActedAsync(Inspector, second);
        await Proposed(first);
        Assert.Equal(first.OfficeId, (await ReloadAsync()).InvestigatingOfficeId);

        await Given.Staff("郑督察", AboveDepartment, "InspectionOfficer");
        await Proposed(second);

        Assert.Equal(Given.OfficeId("C9901"), (await ReloadAsync()).InvestigatingOfficeId);
        Assert.Equal([nameof(ReviewTriggerProposed), nameof(ReviewTriggerProposed)], await FactsAsync());
    }

    /// <summary>Seed feature 54: a changed checklist leaves an open review with its version.</summary>
    [Fact]
    public async Task Checklist_Changed_LeavesAnOpenReviewWithItsVersion()
    {
        await Investigated();
        Assert.Equal("checklist.steps", await RefusedAs<ChecklistBook>(Inspector, (s, a) => s.ReviseAsync(" \n ", "精简", a, default)));
        Assert.Equal("checklist.reason", await RefusedAs<ChecklistBook>(Inspector, (s, a) => s.ReviseAsync("第一步", " ", a, default)));
        await ActAs<ChecklistBook>(Inspector, (s, a) => s.ReviseAsync("第一步\n第二步", "精简", a, default));

        var actor = await As(Inspector);
        var list = (await RunAsync<ReviewQueries, ReviewSheet>(q => q.SheetAsync(Review, actor, default))).Checklist!;
        Assert.Equal((1, 2), (list.Number, list.Newest));
        Assert.NotEqual(2, list.Steps.Count);
        Assert.Equal("review.check-step", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.CheckAsync(Review, list.Steps.Count + 1, true, null, a, default)));
        Assert.Equal("review.check-note", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.CheckAsync(Review, 1, false, null, a, default)));
    }

    /// <summary>Another inspector, who once offered a commitment on the case: a fact on a chain of its own.</summary>
    private async Task<Guid> PromisedByAsync(Petition petition)
    {
        var other = await Given.Staff("钱进", InspectionDepartment, "InspectionOfficer");
        var actor = await As(other);
        var offer = new CommitmentOffer { Office = [new OfficePromise(PromiseKind.WrittenAnswer, Today.AddDays(30))], Petitioner = [PromiseKind.OneChannel], EndOn = Today.AddDays(60) };
        var (commitment, offered) = Commitment.Offer(petition.Id, offer, 3, other.Id, Now);
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        db.Commitments.Add(commitment);
        scope.ServiceProvider.GetRequiredService<FactLog>().Record(actor, offered);
        await db.SaveChangesAsync();
        return other.Id;
    }

    private async Task<Petition> AnsweredAsync(string assessment)
    {
        var petition = await Accepted();
        await ActAs<HandlingService>(Handler, (s, a) => s.StartAsync(petition.Number, a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.SubmitAsync(petition.Number, Complete with { Assessment = assessment }, a, default));
        await ActAs<ReplyService>(Head, (s, a) => s.ApproveAsync(petition.Number, a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.SendAsync(petition.Number, a, default));
        return petition;
    }

    /// <summary>A fact of the matter behind which he stands.</summary>
    private async Task ActedAsync(Staff staff, Petition petition)
    {
        var actor = await As(staff);
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FactLog>().Record(actor, new ScreeningStarted(petition.Id, true));
        await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().SaveChangesAsync();
    }

    private Task<int> LookedAtAgainAsync(Petition review, Petition earlier) => QueryAsync(db =>
    {
        db.PetitionLinks.Add(review.AsReviewOf(earlier, "回电后要求复查。", Officer.Id, Now).Link);
        return db.SaveChangesAsync();
    });

    private async Task<ReviewList> ListAsync(Staff staff)
    {
        var actor = await As(staff);
        return await RunAsync<ReviewQueries, ReviewList>(queries => queries.ListAsync(ReviewBox.Proposed, null, actor, default));
    }
}
