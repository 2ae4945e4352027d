using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Clocks;
using Petitions.Services.Facts;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Tests.Documents;
using Petitions.Services.Tests.Engines;

namespace Petitions.Services.Tests.AccountabilityReviews;

/// <summary>Journey J9 from the findings to the petitioner, and what stands in its way (seed features 7, 55, 56).</summary>
public sealed class ReviewStoryTests : ReviewTest
{
    [Fact]
    public async Task Finding_WithoutAFactThatIsThere_CannotBeSaved()
    {
        await Investigated();
        var finding = await FindingAsync();

        Assert.Equal("review.finding-without-fact", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.FindAsync(finding with { Seqs = [] }, a, default)));
        Assert.Equal("review.fact-unknown", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.FindAsync(finding with { Seqs = [1, 9999] }, a, default)));
        Assert.Equal("review.officer-unknown", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.FindAsync(finding with { StaffId = Guid.NewGuid() }, a, default)));
        Assert.Equal("review.verdict", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.FindAsync(finding with { Verdict = null }, a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<InvestigationService>(Chief, (s, a) => s.FindAsync(finding, a, default)));
        await ActAs<InvestigationService>(Inspector, (s, a) => s.FindAsync(finding, a, default));

        Assert.Equal(finding.Seqs, (await ReloadAsync()).Findings.Single().Citations.Select(c => c.Seq));
    }

    /// <summary>The person concerned sees the findings only after they were put to him, and then exactly them (tester f).</summary>
    [Fact]
    public async Task Officer_SeesNothingBeforeHeIsAsked_AndThenExactlyWhatWasPutToHim()
    {
        await Investigated();
        await ActAs<InvestigationService>(Inspector, async (s, a) => await s.FindAsync(await FindingAsync(), a, default));
        var officer = await OfficerAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<OwnReviewQueries>(Officer, (q, a) => q.ReadAsync(officer, a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, "陈述", a, default)));

        await ActAs<InvestigationService>(Inspector, (s, a) => s.AskAsync(Review, officer, a, default));

        var actor = await As(Officer);
        var own = await RunAsync<OwnReviewQueries, OwnReview>(q => q.ReadAsync(officer, actor, default));
        Assert.Equal("没有告知办理进度。", Assert.Single(own.Findings).Text);
        Assert.Equal(new DateOnly(2026, 3, 9), Assert.Single(own.Clocks).DueOn);
        Assert.Empty(own.Papers);
        // Neither decided nor closed unheard (seed feature 7).
        Assert.Equal("review.wrong-state", await RefusedAs<ReviewClosingService>(Inspector, (s, a) => s.CloseAsync(Closing(), a, Now, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<OwnReviewQueries>(Handler, (q, a) => q.ReadAsync(officer, a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewQueries>(Officer, (q, a) => q.SheetAsync(Review, a, default)));
        Assert.Equal("review.statement", await RefusedAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, " ", a, default)));
        await ActAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, "当天没有登记电话。", a, default));
        Assert.Equal("review.wrong-state", await RefusedAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, "再陈述。", a, default)));
        Assert.Equal((ReviewState.Heard, ReviewClockState.Met), ((await ReloadAsync()).State, await QueryAsync(db => db.ReviewClocks.Select(c => c.State).SingleAsync())));
    }

    [Fact]
    public async Task Decision_OpensTheRecheckWindow_TakesANumber_AndTheReviewWaitsForIt()
    {
        var officer = await Decided();
        await ServedAsync(officer);

        var review = await ReloadAsync();
        Assert.Equal(ReviewState.Served, review.State);
        Assert.Matches(@"^.+责决〔2026〕1号$", review.Officers[0].DecisionNumber!);
        var window = await QueryAsync(db => db.ReviewClocks.Where(c => c.RuleId == "JR_RECHECK_APPLY_30D").SingleAsync());
        Assert.Equal((ReviewClockState.Running, new DateOnly(2026, 4, 1)), (window.State, window.DueOn));
        Assert.Equal("review.remedy-open", await RefusedAs<ReviewClosingService>(Inspector, (s, a) => s.CloseAsync(Closing(), a, Now, default)));
        await ActAs<OwnReviewService>(Officer, (s, a) => s.ContestAsync(officer, false, "当天系统故障。", a, default));
        Assert.Equal("review.officer-stage", await RefusedAs<OwnReviewService>(Officer, (s, a) => s.ContestAsync(officer, true, "申诉。", a, default)));
        await ActAs<RemedyService>(Chief, (s, a) => s.DecideRecheckAsync(Review, officer, new RemedyRuling { Result = RemedyResult.Revoked, Reason = "系统确有故障。" }, a, default));
        Assert.Equal("review.way", await RefusedAs<RemedyService>(Inspector, (s, a) => s.ServeRecheckAsync(Review, officer, Today, "Nowhere", a, default)));
        await ActAs<RemedyService>(Inspector, (s, a) => s.ServeRecheckAsync(Review, officer, Today, "Counter", a, default));

        Assert.True((await ReloadAsync()).Officers[0].IsCleared);
        // Leader and investigator knew of it; the cleared officer is told, with a numbered decision that says so.
        Assert.Equal([Chief.Id, Inspector.Id], await ToldAsync("staff.review-contested"));
        Assert.Equal([Officer.Id], await ToldAsync("staff.review-cleared"));
        var actor = await As(Officer);
        var cleared = (await RunAsync<OwnReviewQueries, OwnReview>(q => q.ReadAsync(officer, actor, default))).Papers.Single(paper => paper.Number?.EndsWith("责决〔2026〕2号", StringComparison.Ordinal) == true);
        var decision = await RunAsync<OwnReviewQueries, ReviewDocument>(q => q.PaperAsync(officer, cleared.Id, actor, default));
        var words = string.Join('\n', (await RunAsync<ReviewPapers, Paper>(p => p.PaperAsync(decision, default))).Words);
        Assert.Contains("予以澄清", words, StringComparison.Ordinal);
        Assert.Contains("系统确有故障。", words, StringComparison.Ordinal);
        // Whoever is cleared by the recheck has no window to appeal, so it can be closed at once.
        await ActAs<ReviewClosingService>(Inspector, (s, a) => s.CloseAsync(Closing(), a, Now, default));
        Assert.Equal(ReviewState.Closed, (await ReloadAsync()).State);
    }

    /// <summary>An appeal on paper, without a recheck: its own clock, decided by the next higher office, told to the officer.</summary>
    [Fact]
    public async Task Appeal_OnPaper_HasItsClock_AndWhatTheHigherOfficeDecidedIsTold()
    {
        var officer = await Decided();
        await ServedAsync(officer);
        Assert.Equal("review.window", await RefusedAs<RemedyService>(Inspector, (s, a) => s.ReceiveAsync(Review, officer, true, Today.AddDays(1), "不服。", a, default)));
        Assert.Equal("review.grounds", await RefusedAs<RemedyService>(Inspector, (s, a) => s.ReceiveAsync(Review, officer, true, Today, " ", a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<RemedyService>(Chief, (s, a) => s.ReceiveAsync(Review, officer, true, Today, "不服。", a, default)));
        await ActAs<RemedyService>(Inspector, (s, a) => s.ReceiveAsync(Review, officer, true, Today, "当天两次拨打电话。", a, default));

        Assert.Equal((ReviewClockState.Met, ReviewClockState.Running), (await ClockAsync("JR_RECHECK_APPLY_30D"), await ClockAsync("JR_APPEAL_DECIDE_60D")));
        Assert.Equal([Inspector.Id], await ToldAsync("staff.review-contested"));
        await ExtendedAsync(officer);
        var ruling = new RemedyRuling { Result = RemedyResult.Upheld, Reason = "维持原决定。", Organ = "上级人民检察院" };
        Assert.Equal("review.organ", await RefusedAs<RemedyService>(Inspector, (s, a) => s.DecideAppealAsync(Review, officer, ruling with { Organ = " " }, a, default)));
        await ActAs<RemedyService>(Inspector, (s, a) => s.DecideAppealAsync(Review, officer, ruling, a, default));

        Assert.Equal(ReviewClockState.Met, await ClockAsync("JR_APPEAL_DECIDE_60D"));
        Assert.Equal([Officer.Id], await ToldAsync("staff.review-remedy"));
        Assert.Empty(await ToldAsync("staff.review-cleared"));
        Assert.Equal(
            [nameof(LiabilityAppealRequested), nameof(LiabilityAppealReceived), nameof(ExtensionRequested), nameof(ExtensionRefused), nameof(ExtensionRequested), nameof(ExtensionApproved), nameof(LiabilityAppealDecided)],
            (await FactsAsync())[^7..]);
        await ActAs<ReviewClosingService>(Inspector, (s, a) => s.CloseAsync(Closing(), a, Now, default));
        Assert.Contains("申诉", string.Join('\n', (await PapersAsync())["AccountabilityReport"].Words), StringComparison.Ordinal);
    }

    /// <summary>The limit of an appeal is longer by at most thirty days, once, asked for by an investigator and decided by the leader (JR24-27, summary).</summary>
    private async Task ExtendedAsync(Guid officer)
    {
        Assert.Equal("clock.extension-before-start", await RefusedAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 30, "案情复杂。", a, default)));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("clock.extension-too-long", await RefusedAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 31, "案情复杂。", a, default)));
        Assert.Equal("clock.extension-needs-reason", await RefusedAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 30, " ", a, default)));
        Assert.Equal("review.extension-none", await RefusedAs<ReviewExtensions>(Chief, (s, a) => s.DecideAsync(Review, officer, true, null, a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, Guid.NewGuid(), 30, "案情复杂。", a, default)));
        await ActAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 30, "案情复杂。", a, default));
        Assert.Equal("review.extension-asked", await RefusedAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 30, "案情复杂。", a, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewExtensions>(Inspector, (s, a) => s.DecideAsync(Review, officer, true, null, a, default)));
        Assert.Equal("review.reason", await RefusedAs<ReviewExtensions>(Chief, (s, a) => s.DecideAsync(Review, officer, false, " ", a, default)));
        await ActAs<ReviewExtensions>(Chief, (s, a) => s.DecideAsync(Review, officer, false, "可以按期处理。", a, default));
        await ActAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 30, "需要调取通话记录。", a, default));
        await ActAs<ReviewExtensions>(Chief, (s, a) => s.DecideAsync(Review, officer, true, null, a, default));

        Assert.Equal(new DateOnly(2026, 6, 1), await QueryAsync(db => db.ReviewClocks.Where(c => c.RuleId == "JR_APPEAL_DECIDE_60D").Select(c => c.DueOn).SingleAsync()));
        Assert.Equal("clock.extension-times-used", await RefusedAs<ReviewExtensions>(Inspector, (s, a) => s.AskAsync(Review, officer, 30, "案情复杂。", a, default)));
        Assert.Equal([Chief.Id, Chief.Id], await ToldAsync("staff.review-extension"));
        Assert.Contains(Officer.Id, await ToldAsync("staff.review-extended"));
    }

    [Fact]
    public async Task Window_Unused_LapsesOnce_AndAWarningGoesToTheOfficer()
    {
        var officer = await Decided();
        await ServedAsync(officer);
        for (var day = 0; day < 31; day++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync<ReviewClockWatch>(watch => watch.RunAsync(Now, default));
            await RunAsync<ReviewClockWatch>(watch => watch.RunAsync(Now, default));
        }

        var window = await QueryAsync(db => db.ReviewClocks.Where(c => c.RuleId == "JR_RECHECK_APPLY_30D").SingleAsync());
        Assert.Equal((ReviewClockState.Lapsed, new DateOnly(2026, 4, 2)), (window.State, window.EndedOn));
        Assert.Equal(2, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == Officer.Id && n.Template == "staff.review-clock")));
        Assert.Equal("review.window", await RefusedAs<OwnReviewService>(Officer, (s, a) => s.ContestAsync(officer, false, "太晚了。", a, default)));
    }

    [Fact]
    public async Task Close_TellsThePetitionerWithoutNames_CountsTheCause_AndLeavesTheMatterAsItWas()
    {
        var officer = await Decided();
        await ServedAsync(officer);
        var petition = await QueryAsync(async db => (await db.AccountabilityReviews.Where(r => r.Id == Review).Select(r => r.PetitionId).SingleAsync()));
        Assert.Equal(ExportBefore, await ExportAsync(petition));
        // What was on its way to the petitioner before the review closes leaves lines of its own.
        await DispatchAsync();
        var before = await ExportAsync(petition);
        Clock.Advance(TimeSpan.FromDays(31));
        await RunAsync<ReviewClockWatch>(watch => watch.RunAsync(Now, default));

        Assert.Equal("review.told-name", await RefusedAs<ReviewClosingService>(Inspector, (s, a) => s.CloseAsync(Closing() with { Told = $"{Officer.Name}已改正。" }, a, Now, default)));
        Assert.Empty(await RunAsync<CitizenReviewQueries, IReadOnlyList<ToldOutcome>>(q => q.OfAsync(Actor.Citizen(petition), default)));
        await ActAs<ReviewClosingService>(Inspector, (s, a) => s.CloseAsync(Closing(), a, Now, default));
        var lesson = new NewLesson(LessonKind.Training, "NoNotice", "逐次告知办理进度", 8);
        Assert.Equal("review.lesson-name", await RefusedAs<InvestigationService>(Inspector, (s, a) => s.LearnAsync(Review, lesson with { Text = $"{Officer.Name}参加培训" }, a, default)));
        await ActAs<InvestigationService>(Inspector, (s, a) => s.LearnAsync(Review, lesson, a, default));
        // Everybody of the office reads it, nobody of another one.
        var (handler, elsewhere) = (await As(Handler), await As(await Given.Staff("郑上级", "C9901-05", "ChiefProcurator")));
        Assert.Equal(new LessonLine(LessonKind.Training, "NoNotice", "逐次告知办理进度", 8), Assert.Single((await RunAsync<LessonQueries, LessonList>(q => q.ListAsync(null, handler, default))).Lines));
        Assert.Empty((await RunAsync<LessonQueries, LessonList>(q => q.ListAsync(null, elsewhere, default))).Lines);

        // Tester e: also once the petitioner was told, the old case is the same to the byte.
        await DispatchAsync();
        Assert.Equal(before, await ExportAsync(petition));
        Assert.Equal("已责令改正。", Assert.Single(await RunAsync<CitizenReviewQueries, IReadOnlyList<ToldOutcome>>(q => q.OfAsync(Actor.Citizen(petition), default))).Text);
        Assert.Empty(await RunAsync<CitizenReviewQueries, IReadOnlyList<ToldOutcome>>(q => q.OfAsync(Actor.Citizen(Guid.NewGuid()), default)));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.PetitionId == petition && n.Template == "review.outcome" && n.Channel == "Portal" && n.State == NoticeState.Sent)));
        var actor = await As(Inspector);
        var trend = await RunAsync<ReviewTrendQueries, CauseTrend>(q => q.CausesAsync(Today, actor, default));
        Assert.Equal(new CauseCount("NoNotice", 1), Assert.Single(trend.Causes));
        Assert.Equal(1, trend.Quarters.Sum(quarter => quarter.Count));
        var summary = await RunAsync<ReviewTrendQueries, YearSummary>(q => q.SummaryAsync(2026, actor, default));
        Assert.Equal(((int?)null, 0, (int?)null), (summary.Closed, summary.Refused, summary.TrainingHours));
        Assert.Equal([nameof(ReviewTriggerProposed), nameof(AccountabilityReviewOpened), nameof(InspectorAppointed), nameof(FindingsSentForAnswer), nameof(OfficerStatementReceived), nameof(LiabilityDecided), nameof(LiabilityDecisionServed), nameof(AccountabilityReviewClosed), nameof(LessonRecorded)], await FactsAsync());
        await RequirePapersAsync();

        // How many hours a proposal made in one click has, the office says (seed feature 56).
        await QueryAsync(async db =>
        {
            db.QuotaRules.Add((await db.QuotaRules.SingleAsync(rule => rule.RuleId == "REVIEW_TRAINING_HOURS")).Revise("12", Today, "检务督察部门确定", Now).Next);
            return await db.SaveChangesAsync();
        });
        Services.GetRequiredService<ClockCatalog>().Forget();
        await ActAs<TrainingProposals>(Inspector, (s, a) => s.ProposeAsync(Review, "NoNotice", "逐次告知办理进度", a, default));
        Assert.Contains((await ReloadAsync()).Lessons, each => each.Hours == 12);
    }

    /// <summary>A wrongly suspected officer is cleared, reads so, and has no window to wait for.</summary>
    [Fact]
    public async Task Cleared_Officer_ReadsIt_AndNothingHoldsTheReviewOpen()
    {
        var officer = await Decided(LiabilityOpinion.NoLiability, LiabilityMeasure.None);
        await ServedAsync(officer);

        Assert.False(await QueryAsync(db => db.ReviewClocks.AnyAsync(c => c.State == ReviewClockState.Running)));
        var actor = await As(Officer);
        var own = await RunAsync<OwnReviewQueries, OwnReview>(q => q.ReadAsync(officer, actor, default));
        Assert.True(own.Officer.IsCleared);
        var decision = await RunAsync<OwnReviewQueries, ReviewDocument>(q => q.PaperAsync(officer, own.Papers.Single(p => p.Number is not null).Id, actor, default));
        var words = string.Join('\n', (await RunAsync<ReviewPapers, Paper>(p => p.PaperAsync(decision, default))).Words);
        Assert.Contains("予以澄清", words, StringComparison.Ordinal);
        Assert.DoesNotContain("救济途径", words, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<OwnReviewQueries>(Handler, (q, a) => q.PaperAsync(officer, own.Papers.Single(p => p.Number is not null).Id, a, default)));
    }

    /// <summary>J9 tester c: one old event changed by SQL shows on the timeline at once; what is whole says nothing.</summary>
    [Fact]
    public async Task Timeline_TouchedRecord_IsShown_AndOnlyToMembersAndTheLeader()
    {
        var petition = await Investigated();
        await ActAs<InvestigationService>(Inspector, (s, a) => s.NoteAsync(Review, 1, "收到日期以邮戳为准。", a, default));
        var sheet = await TimelineAsync();
        Assert.Empty(sheet.Broken);
        Assert.Equal("收到日期以邮戳为准。", Assert.Single(sheet.Notes).Text);
        Assert.Equal(sheet.Timeline.Days, sheet.Timeline.Holders.Sum(span => span.Days));
        Assert.Equal(Handler.Id, sheet.Timeline.Holders[^1].Holding.StaffId);
        Assert.Equal(1, await QueryAsync(db => db.ReadRecords.CountAsync(r => r.PetitionId == petition.Id && r.StaffId == Inspector.Id && r.What == "ReviewTimeline")));
        var inspector = await As(Inspector);
        var material = await RunAsync<ReviewMaterialQueries, MaterialSheet>(q => q.ReadAsync(Review, inspector, null, default));
        Assert.Equal((petition.Number, petition.Text), (material.Number, material.Text));
        Assert.Equal(1, await QueryAsync(db => db.ReadRecords.CountAsync(r => r.PetitionId == petition.Id && r.StaffId == Inspector.Id && r.What == "ReviewMaterial")));
        var other = await Given.Staff("钱进", InspectionDepartment, "InspectionOfficer");
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewTimelineQueries>(other, (q, a) => q.ReadAsync(Review, a, null, default)));

        await QueryAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(TestDatabaseServer.Engine == TestEngine.Postgres ? "ALTER TABLE facts DISABLE TRIGGER ALL" : "DROP TRIGGER IF EXISTS facts_no_update");
            return await db.Database.ExecuteSqlAsync($"UPDATE facts SET data = replace(data, 'Online', 'Letter') WHERE subject_id = {petition.Id} AND seq = 1");
        });

        // Whoever investigates reads as well, and so does who reads a report of retaliation; those looked into are of the handling.
        var chief = await As(Chief);
        await RunAsync<ReadLog>(log => log.RecordAsync(petition.Id, chief, ReadLog.Retaliation, null, default));
        var again = await TimelineAsync();
        Assert.DoesNotContain(again.Timeline.OnlyRead, line => line.StaffId == Chief.Id);
        Assert.DoesNotContain(again.Timeline.OnlyRead, line => line.StaffId == Inspector.Id);
        var broken = again.Broken;
        Assert.Contains(broken, finding => finding.Seq == 1);
        Assert.Contains((await RunAsync<VerifyLogService, VerificationResult>(s => s.SubjectAsync(petition.Id, default))).Findings, finding => finding.Seq == 1);
    }

    /// <summary>Nobody decides on himself: a review of the leader is shown to and decided by the next higher one.</summary>
    [Fact]
    public async Task Leader_UnderReview_IsDecidedByTheNextHigherLeader()
    {
        await Investigated();
        var above = await Given.Staff("郑上级", "C9901-05", "ChiefProcurator");
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewQueries>(above, (q, a) => q.SheetAsync(Review, a, default)));
        await ActAs<InvestigationService>(Inspector, async (s, a) => await s.FindAsync((await FindingAsync()) with { StaffId = Chief.Id }, a, default));
        var officer = await OfficerAsync();
        // Of the draft he learns nothing, neither by a line nor by a review that is gone.
        var chief = await As(Chief);
        Assert.Single((await RunAsync<ReviewQueries, ReviewList>(q => q.ListAsync(ReviewBox.Running, null, chief, default))).Lines);
        var before = await RunAsync<ReviewQueries, ReviewSheet>(q => q.SheetAsync(Review, chief, default));
        Assert.True(before.MayRead);
        Assert.Empty(before.Officers);
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AskAsync(Review, officer, a, default));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewQueries>(Chief, (q, a) => q.SheetAsync(Review, a, default)));
        // Nobody says for him that he has nothing to say before his five working days are over.
        Assert.Equal("review.statement-time", await RefusedAs<HearingService>(Inspector, (s, a) => s.HearAsync(Review, officer, false, "本人没有陈述。", a, default)));
        Clock.Advance(TimeSpan.FromDays(8));
        await ActAs<HearingService>(Inspector, (s, a) => s.HearAsync(Review, officer, false, "期满没有收到陈述。", a, default));
        await ChecklistDoneAsync();
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AdviseAsync(Review, officer, Advice(LiabilityOpinion.Intent, LiabilityMeasure.Discipline), a, default));
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AdviseAsync(Review, officer, Advice(LiabilityOpinion.Management, LiabilityMeasure.Criticism), a, default));
        Assert.Equal([LiabilityOpinion.Intent, LiabilityOpinion.Management], (await ReloadAsync()).Opinions.Select(given => given.Opinion).Order());

        var request = new DecideLiability(Review, officer, LiabilityOpinion.Management, LiabilityMeasure.Criticism, null, "同意查究意见。");
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<LiabilityService>(Chief, (s, a) => s.DecideAsync(request, a, default)));
        await ActAs<LiabilityService>(above, (s, a) => s.DecideAsync(request, a, default));

        Assert.Equal((ReviewState.Concluded, above.Id), ((await ReloadAsync()).State, (await ReloadAsync()).Officers[0].DecidedBy));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == above.Id && n.Template == "staff.review-waits")));
    }

    /// <summary>Whoever approved the reply under review, decides on nobody's liability for it: he keeps seeing that there is one, and the next higher leader decides.</summary>
    [Fact]
    public async Task Leader_WhoApprovedTheReply_DecidesNothing_AndTheNextHigherOneDoes()
    {
        var above = await Given.Staff("郑上级", "C9901-05", "ChiefProcurator");
        var matter = await Drafted();
        await ActAs<ReplyService>(Chief, (s, a) => s.ApproveAsync(matter.Number, a, default));
        var officer = await Asked(matter);
        await ActAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, "当天没有登记电话。", a, default));
        await ChecklistDoneAsync();
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AdviseAsync(Review, officer, Advice(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), a, default));

        var request = new DecideLiability(Review, officer, LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction, null, "同意查究意见。");
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => ActAs<LiabilityService>(Chief, (s, a) => s.DecideAsync(request, a, default)));
        Assert.Equal("review.conflict", refused.Code);
        Assert.Contains("|OpinionApproved|", refused.Detail, StringComparison.Ordinal);
        var chief = await As(Chief);
        Assert.Single((await RunAsync<ReviewQueries, ReviewList>(q => q.ListAsync(ReviewBox.Running, null, chief, default))).Lines);
        var cover = await RunAsync<ReviewQueries, ReviewSheet>(q => q.SheetAsync(Review, chief, default));
        Assert.Equal((false, false, 0), (cover.MayRead, cover.MayDecide, cover.Officers.Count));
        Assert.Equal([above.Id], await ToldAsync("staff.review-waits"));
        await ActAs<LiabilityService>(above, (s, a) => s.DecideAsync(request, a, default));

        Assert.Equal(above.Id, (await ReloadAsync()).Officers[0].DecidedBy);
    }

    /// <summary>An inspector who is no member learns that there is a review, reads nothing of it and does nothing in it (domain.md 3.4).</summary>
    [Fact]
    public async Task Inspector_WhoIsNoMember_SeesThatThereIsOne_AndReadsAndDoesNothing()
    {
        var officer = await Decided();
        var other = await Given.Staff("钱进", InspectionDepartment, "InspectionOfficer");
        var actor = await As(other);

        var line = Assert.Single((await RunAsync<ReviewQueries, ReviewList>(q => q.ListAsync(ReviewBox.Running, null, actor, default))).Lines);
        Assert.Equal((ReviewState.Concluded, 0, (DateOnly?)null), (line.State, line.Triggers.Count, line.DueOn));
        var cover = await RunAsync<ReviewQueries, ReviewSheet>(q => q.SheetAsync(Review, actor, default));
        Assert.Equal((false, false, false), (cover.MayRead, cover.ShowsTriggers, cover.IsMember));
        Assert.NotNull(cover.Review.BodyId);
        Assert.Empty(cover.Review.Findings);
        Assert.Empty(cover.Officers);
        Assert.Empty(cover.Papers);
        Assert.Empty(cover.Clocks);
        Assert.Null(cover.Checklist);
        var paper = await QueryAsync(db => db.ReviewDocuments.Select(d => d.Id).SingleAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ReviewQueries>(other, (q, a) => q.PaperAsync(Review, paper, a, default)));
        Assert.Equal("review.not-a-member", await RefusedAs<LiabilityService>(other, (s, a) => s.ServeAsync(Review, officer, Today, "Counter", a, default)));
        Assert.Equal("review.not-a-member", await RefusedAs<RemedyService>(other, (s, a) => s.ReceiveAsync(Review, officer, true, Today, "不服。", a, default)));
        Assert.Equal("review.not-a-member", await RefusedAs<RemedyService>(other, (s, a) => s.ServeRecheckAsync(Review, officer, Today, "Counter", a, default)));
        Assert.Equal("review.not-a-member", await RefusedAs<RemedyService>(other, (s, a) => s.DecideAppealAsync(Review, officer, new RemedyRuling { Result = RemedyResult.Upheld, Reason = "维持。", Organ = "上级" }, a, default)));
        Assert.Equal("review.not-a-member", await RefusedAs<ReviewExtensions>(other, (s, a) => s.AskAsync(Review, officer, 30, "案情复杂。", a, default)));
        Assert.Equal("review.not-a-member", await RefusedAs<NoFaultService>(other, (s, a) => s.EndAsync(Review, "没有问题。", "没有问题。", a, Now, default)));
        Assert.Equal(ReviewState.Concluded, (await ReloadAsync()).State);
    }

    /// <summary>A review that found nobody at fault ends with its reason: the petitioner and the leader are told, whoever had to answer is cleared, and what happens later is proposed anew.</summary>
    [Fact]
    public async Task NobodyAtFault_EndsIt_ClearsWhoHadToAnswer_AndALaterEventIsProposedAnew()
    {
        const string Reason = "通话记录显示态度正常，各环节都在期限内。";
        const string Told = "经倒查，反映的情况不属实。";
        var petition = await Investigated();
        Assert.Equal("review.checklist-open", await RefusedAs<NoFaultService>(Inspector, (s, a) => s.EndAsync(Review, Reason, Told, a, Now, default)));
        await ChecklistDoneAsync();
        await ActAs<InvestigationService>(Inspector, async (s, a) => await s.FindAsync((await FindingAsync()) with { Verdict = ReviewVerdict.NotSubstantiated }, a, default));
        var officer = await OfficerAsync();
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AskAsync(Review, officer, a, default));
        Assert.Equal("review.fault-stands", await RefusedAs<NoFaultService>(Inspector, (s, a) => s.EndAsync(Review, Reason, Told, a, Now, default)));
        await ActAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, "各环节都在期限内。", a, default));
        Assert.Equal("review.reason", await RefusedAs<NoFaultService>(Inspector, (s, a) => s.EndAsync(Review, " ", Told, a, Now, default)));
        Assert.Equal("review.told-name", await RefusedAs<NoFaultService>(Inspector, (s, a) => s.EndAsync(Review, Reason, $"{Officer.Name}没有过错。", a, Now, default)));
        await ActAs<NoFaultService>(Inspector, (s, a) => s.EndAsync(Review, Reason, Told, a, Now, default));

        var ended = await ReloadAsync();
        Assert.Equal((ReviewState.Closed, ReviewVerdict.NotSubstantiated, Reason), (ended.State, ended.Outcome, ended.Reason));
        Assert.Equal(nameof(AccountabilityReviewClosed), (await FactsAsync())[^1]);
        Assert.Equal((ReviewVerdict.NotSubstantiated, Told), Assert.Single(await RunAsync<CitizenReviewQueries, IReadOnlyList<ToldOutcome>>(q => q.OfAsync(Actor.Citizen(petition.Id), default))) is var told ? (told.Outcome, told.Text) : default);
        Assert.Equal([Officer.Id], await ToldAsync("staff.review-cleared"));
        Assert.Equal([Chief.Id], await ToldAsync("staff.review-no-fault"));
        var actor = await As(Officer);
        var own = await RunAsync<OwnReviewQueries, OwnReview>(q => q.ReadAsync(officer, actor, default));
        Assert.True(own.Officer.IsClearedByTheEnd);
        var clearance = await RunAsync<OwnReviewQueries, ReviewDocument>(q => q.PaperAsync(officer, Assert.Single(own.Papers).Id, actor, default));
        Assert.Contains("予以澄清", string.Join('\n', (await RunAsync<ReviewPapers, Paper>(p => p.PaperAsync(clearance, default))).Words), StringComparison.Ordinal);
        Assert.Contains(Reason, string.Join('\n', (await PapersAsync())["AccountabilityReport"].Words), StringComparison.Ordinal);
        var inspector = await As(Inspector);
        Assert.NotEqual(Review, await RunAsync<ReviewProposals, Guid>(s => s.ProposeAsync(petition.Number, "R12", "又有新的情况。", inspector, default)));
    }

    /// <summary>No finding on anybody: the review ends all the same.</summary>
    [Fact]
    public async Task NobodyAtFault_WithoutAnyFinding_EndsIt()
    {
        await Investigated();
        await ChecklistDoneAsync();

        await ActAs<NoFaultService>(Inspector, (s, a) => s.EndAsync(Review, "没有发现问题。", "经倒查，反映的情况不属实。", a, Now, default));

        Assert.Equal((ReviewState.Closed, 0), (await ReloadAsync()) is var review ? (review.State, review.Officers.Count) : default);
        Assert.Empty(await ToldAsync("staff.review-cleared"));
    }

    private static readonly string[] Causes = ["NoNotice"];

    private CloseReview Closing() => new(Review, ReviewVerdict.Partly, Causes, "已责令改正。");

    /// <summary>Report, decision and receipt: numbered from the office's rows, valid as docx, holding what the review holds (domain.md 4.2).</summary>
    private async Task RequirePapersAsync()
    {
        var papers = await PapersAsync();
        Assert.Equal(["AccountabilityReport", "LiabilityDecision", "ServiceReceipt"], papers.Keys.Order(StringComparer.Ordinal));
        Assert.All(papers.Values, paper => DocxCheck.RequireValid(paper, DocxWriter.Write(paper)));
        var decision = papers["LiabilityDecision"];
        Assert.EndsWith("责决〔2026〕1号", decision.Number, StringComparison.Ordinal);
        RequireWords(decision, Officer.Name, "没有告知办理进度。", "重大过失", "责令改正", "同意查究意见。", "30日内申请复核");
        Assert.EndsWith("责查〔2026〕1号", papers["AccountabilityReport"].Number, StringComparison.Ordinal);
        RequireWords(papers["AccountabilityReport"], "是否按规定告知？", Inspector.Name, Handler.Name, Officer.Name, "当天没有登记电话。", "没有登记，信访人不知道进度。", Chief.Name, decision.Number!, "已责令改正。");
        Assert.Null(papers["ServiceReceipt"].Number);
        RequireWords(papers["ServiceReceipt"], Officer.Name, decision.Number!);
    }

    private static void RequireWords(Paper paper, params string[] words)
    {
        var text = string.Join('\n', paper.Words);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private async Task<Dictionary<string, Paper>> PapersAsync()
    {
        var papers = new Dictionary<string, Paper>();
        foreach (var issued in await QueryAsync(db => db.ReviewDocuments.AsNoTracking().ToListAsync()))
        {
            papers[issued.Type] = await RunAsync<ReviewPapers, Paper>(p => p.PaperAsync(issued, default));
        }

        return papers;
    }

    private async Task<IEnumerable<Guid>> ToldAsync(string template) =>
        (await QueryAsync(db => db.Notices.Where(n => n.Template == template).Select(n => n.StaffId!.Value).ToListAsync())).OrderBy(staff => staff == Chief.Id ? 0 : 1).ThenBy(staff => staff);

    private Task<ReviewClockState> ClockAsync(string rule) => QueryAsync(db => db.ReviewClocks.Where(c => c.RuleId == rule).Select(c => c.State).SingleAsync());

    private Task<int> DispatchAsync() => Services.GetRequiredService<NoticeDispatchService>().DispatchDueAsync(Now, default);

    private async Task<TimelineSheet> TimelineAsync()
    {
        var actor = await As(Inspector);
        return await RunAsync<ReviewTimelineQueries, TimelineSheet>(q => q.ReadAsync(Review, actor, null, default));
    }
}
