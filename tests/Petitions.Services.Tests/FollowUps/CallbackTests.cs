using Microsoft.EntityFrameworkCore;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Ratings;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.FollowUps;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Ratings;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Supervision;

namespace Petitions.Services.Tests.FollowUps;

/// <summary>Journey J9 steps 1 and 2, seed feature 38: the call is made by a stranger to the matter, and a complaint that stands goes on.</summary>
public sealed class CallbackTests : BoardTest
{
    [Fact]
    public async Task LowRating_IsCalledBackByAStranger_AndAComplaintThatStandsBecomesAReviewMatterAndAProposal()
    {
        // Absent and walled officers are passed over; who touched the matter is, too.
        var absent = await Given.Staff("白雪", Given.SecondDepartment, "CaseOfficer");
        var stranger = await Given.Staff("何莉", Given.SecondDepartment, "CaseOfficer");
        await QueryAsync(async db =>
        {
            var staff = await db.Staff.Include(s => s.Absences).SingleAsync(s => s.Id == absent.Id);
            var today = Domain.Clocks.ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
            staff.RecordAbsence(today, today.AddDays(10), Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var approver = await Given.Staff("冯签", Given.PetitionDepartment, "CaseOfficer", "DepartmentHead");
        var petition = await RatedAsync(approver);
        var task = await QueryAsync(db => db.CallbackTasks.AsNoTracking().SingleAsync());

        Assert.Equal(stranger.Id, task.OfficerId);
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == stranger.Id && n.Template == "staff.call-back")));
        var officer = await As(stranger);
        var line = Assert.Single((await RunAsync<CallbackQueries, CallbackList>(q => q.ListAsync(null, officer, default))).Lines);
        Assert.Equal((petition.Number, true, "何莉"), (line.Number, line.Mine, line.Officer));
        Assert.Equal(new DateOnly(2026, 3, 5), line.DueOn);
        var sheet = await RunAsync<CallbackQueries, CallbackSheet>(q => q.SheetAsync(task.Id, officer, default));
        Assert.Equal(("Dissatisfied", false), (sheet.Rating.Attitude, sheet.HasActed));

        // Neither the handler nor a colleague who was not chosen gets at it.
        var handler = await As(Handler);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<CallbackQueries, CallbackSheet>(q => q.SheetAsync(task.Id, handler, default)));
        var report = new CallbackReport { Outcome = CallbackOutcome.ComplaintStands, Note = "从来没有人给我打过电话，要求重新答复。", Reopen = true, Trigger = "R10" };
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<CallbackService>(Handler, (s, a) => s.DoneAsync(task.Id, report, a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<CallbackService>(absent, (s, a) => s.DoneAsync(task.Id, report, a, default)));
        Assert.Equal("callback.outcome", await RefusedAs<CallbackService>(stranger, (s, a) => s.DoneAsync(task.Id, report with { Outcome = null }, a, default)));
        Assert.Equal("callback.not-standing", await RefusedAs<CallbackService>(stranger, (s, a) => s.DoneAsync(task.Id, report with { Outcome = CallbackOutcome.Settled }, a, default)));
        Assert.Equal("callback.trigger", await RefusedAs<CallbackService>(stranger, (s, a) => s.DoneAsync(task.Id, report with { Trigger = "R99" }, a, default)));

        // Looking up the telephone is no act on the matter; it is written down all the same.
        var opened = await RunAsync<IdentityService, RevealedIdentity>(identities => identities.RevealAsync(petition.Number, "低评价回电", null, officer, default));
        Assert.Equal("刘芳", opened.Name);
        var before = await Given.Reload(petition);
        await ActAs<CallbackService>(stranger, (s, a) => s.DoneAsync(task.Id, report, a, default));

        var done = await QueryAsync(db => db.CallbackTasks.AsNoTracking().SingleAsync());
        Assert.Equal((CallbackOutcome.ComplaintStands, "R10", stranger.Id), (done.Outcome, done.Trigger, done.DoneBy));
        var fact = await QueryAsync(db => db.Facts.AsNoTracking().SingleAsync(f => f.SubjectId == petition.Id && f.Kind == "CallbackDone"));
        Assert.Contains("\"trigger\":\"R10\"", fact.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("打过电话", fact.Data, StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync<ReviewTriggers, int>(triggers => triggers.RunAsync(Clock.GetUtcNow().UtcDateTime, default)));
        Assert.Equal("R10", await QueryAsync(db => db.AccountabilityReviews.Where(r => r.PetitionId == petition.Id).Select(r => r.Triggers.Single().Code).SingleAsync()));
        var review = await QueryAsync(db => db.Petitions.AsNoTracking().Include(p => p.Parties).SingleAsync(p => p.Id == done.ReviewId));
        Assert.Equal((PetitionState.Registered, before.Category, before.Title), (review.State, review.Category, review.Title));
        Assert.Equal(before.QueryCodeHash, review.QueryCodeHash);
        Assert.Equal("刘芳", Assert.Single(review.Parties).Name);
        Assert.True(await QueryAsync(db => db.PetitionClocks.AnyAsync(c => c.PetitionId == review.Id && c.RuleId == "PROC_REPLY_7D")));
        var link = await QueryAsync(db => db.PetitionLinks.AsNoTracking().SingleAsync());
        Assert.Equal((review.Id, petition.Id, PetitionLinkKind.ReviewOf), (link.PetitionId, link.TargetId, link.Kind));

        // The old matter stays as it was, and the officer's sight of it ends with the call.
        var after = await Given.Reload(petition);
        Assert.Equal((before.State, before.Title, before.ReceiptHash), (after.State, after.Title, after.ReceiptHash));
        Assert.Null(after.ActiveAssignment(AssignmentKind.FollowUpOfficer));
        Assert.False(await QueryAsync(db => db.Facts.AnyAsync(f => f.SubjectId == petition.Id && f.Kind == "LinkedMatterOpened")));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<CallbackQueries, CallbackSheet>(q => q.SheetAsync(task.Id, officer, default)));
        Assert.Equal(review.Number, (await RunAsync<CitizenPetitionQueries, CitizenStatus?>(q => q.StatusAsync(Actor.Citizen(petition.Id), default)))!.ReviewedIn);

        // Whoever handled the old matter, or approved its reply, does not handle its review (domain.md 3.5).
        await ActAs<ScreeningService>(Officer, (s, a) => s.StartAsync(review.Number, true, a, default));
        await ActAs<ScreeningService>(Officer, (s, a) => s.ClassifyAsync(
            new ClassifyRequest(review.Number, new Classification { Track = "LitigationRights", Category = review.Category, SubCategory = review.SubCategory }), a, default));
        Assert.Equal("handler.reviewed", await RefusedAs<AcceptanceService>(Officer, (s, a) => s.AcceptAsync(Acceptance(review, Handler), a, default)));
        Assert.Equal("handler.reviewed", await RefusedAs<AcceptanceService>(Officer, (s, a) => s.AcceptAsync(Acceptance(review, approver), a, default)));
    }

    /// <summary>Each rated reply has its own call: the next low rating takes nothing from whoever still owes the first one.</summary>
    [Fact]
    public async Task LowRating_OfTheNextReply_LeavesTheFirstCallerHisSight()
    {
        var first = await Given.Staff("何莉", Given.SecondDepartment, "CaseOfficer");
        var petition = await RatedAsync();
        var second = await Given.Staff("白雪", Given.SecondDepartment, "CaseOfficer");
        Clock.Advance(TimeSpan.FromHours(1));
        await ActAs<ReplyService>(Director, (s, a) => s.RecallAsync(petition.Number, "答复有误，重新答复。", a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.SubmitAsync(petition.Number, Complete, a, default));
        await AnsweredAsync(petition, Head);

        var tasks = await QueryAsync(db => db.CallbackTasks.AsNoTracking().OrderBy(t => t.OpenedAt).ToListAsync());
        Assert.Equal([first.Id, second.Id], tasks.Select(t => t.OfficerId!.Value));
        foreach (var (caller, task) in new[] { (first, tasks[0]), (second, tasks[1]) })
        {
            await ActAs<CallbackQueries>(caller, (q, a) => q.SheetAsync(task.Id, a, default));
            await ActAs<CallbackService>(caller, (s, a) => s.DoneAsync(task.Id, new CallbackReport { Outcome = CallbackOutcome.Settled, Note = "已经说明。" }, a, default));
            await Assert.ThrowsAsync<NotFoundException>(() => ActAs<CallbackQueries>(caller, (q, a) => q.SheetAsync(task.Id, a, default)));
        }

        Assert.DoesNotContain((await Given.Reload(petition)).Assignments, a => a.Kind == AssignmentKind.FollowUpOfficer && a.To is null);
    }

    private async Task<Petition> RatedAsync(Staff? approver = null)
    {
        var petition = await Drafted();
        await AnsweredAsync(petition, approver ?? Head);
        return petition;
    }

    /// <summary>Approved, sent, served and rated low.</summary>
    private async Task AnsweredAsync(Petition petition, Staff approver)
    {
        await ActAs<ReplyService>(approver, (s, a) => s.ApproveAsync(petition.Number, a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.SendAsync(petition.Number, a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.MarkServedAsync(petition.Number, "Counter", a, default));
        await RunAsync<RatingService>(s => s.RateAsync(new RatingGiven("Dissatisfied", "Satisfied", "Satisfied", "Satisfied", "从来没有人给我打过电话。"), Actor.Citizen(petition.Id), default));
    }
}
