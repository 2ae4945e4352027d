using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;

namespace Petitions.Services.Setup;

/// <summary>The steps of a demo review, in the order of journey J9.</summary>
public sealed class DemoReviewSteps(
    PetitionsDbContext db, ReviewService reviews, InvestigationService investigation, OwnReviewService own, LiabilityService liability, ReviewClosingService closing, TimeProvider clock)
{
    private const string Started = "HandlingStarted";

    /// <summary>Opened, appointed, checklist done, one finding put to the handler and answered by him.</summary>
    public async Task HeardAsync(Guid review, DemoFinding finding, Actor inspector, Actor handler, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        await reviews.OpenAsync(new OpenReview(review, "是否按规定联系、告知信访人？各环节是否在期限内完成？", today.AddDays(-180), today, inspector.DepartmentId!.Value), inspector, ct);
        await reviews.AppointAsync(review, inspector.StaffId!.Value, inspector, ct);
        var matter = await db.AccountabilityReviews.Where(r => r.Id == review).Select(r => r.PetitionId).SingleAsync(ct);
        var seq = await db.Facts.Where(f => f.Subject == FactSubject.Petition && f.SubjectId == matter && f.ActorId == handler.StaffId)
            .OrderBy(f => f.Kind == Started ? 0 : 1).ThenBy(f => f.Seq).Select(f => f.Seq).FirstAsync(ct);
        await investigation.NoteAsync(review, seq, "从这一步到答复之间没有联系记录。", inspector, ct);
        var steps = await db.AccountabilityReviews.Where(r => r.Id == review).Join(db.ReviewChecklists, r => r.ChecklistId, c => (Guid?)c.Id, (r, c) => c.Text).SingleAsync(ct);
        for (var step = 1; step <= steps.Split('\n').Length; step++)
        {
            await investigation.CheckAsync(review, step, true, null, inspector, ct);
        }

        await investigation.FindAsync(new WriteFinding(review, handler.StaffId, finding.Factor, finding.Verdict, finding.Text, [seq]), inspector, ct);
        var officer = await OfficerAsync(review, ct);
        await investigation.AskAsync(review, officer, inspector, ct);
        await own.StateAsync(officer, finding.Statement, handler, ct);
    }

    public async Task AdviseAsync(Guid review, LiabilityOpinion opinion, LiabilityMeasure measure, Actor inspector, CancellationToken ct) =>
        await investigation.AdviseAsync(review, await OfficerAsync(review, ct), new OpinionGiven
        {
            Opinion = opinion,
            Severity = LiabilitySeverity.Slight,
            Causation = "结合办理记录和本人陈述认定。",
            Measure = measure,
            TrainingHours = opinion == LiabilityOpinion.NoLiability ? null : 8,
        }, inspector, ct);

    /// <summary>Decided, served, learnt from and closed: the officer is cleared, the office is not, and the petitioner is told.</summary>
    public async Task ClearAsync(Guid review, string cause, string told, Actor inspector, Actor chief, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var officer = await OfficerAsync(review, ct);
        await liability.DecideAsync(new DecideLiability(review, officer, LiabilityOpinion.NoLiability, LiabilityMeasure.None, null, "短信系统停用不是本人的过错，不承担责任。"), chief, ct);
        await liability.ServeAsync(review, officer, ChinaTime.DateOf(now), "Counter", inspector, ct);
        await investigation.LearnAsync(review, new NewLesson(LessonKind.RuleChange, cause, "短信系统停用时改用电话告知，并登记时间和内容。", null), inspector, ct);
        await investigation.LearnAsync(review, new NewLesson(LessonKind.Training, cause, "告知的方式和登记", 8), inspector, ct);
        await closing.CloseAsync(new CloseReview(review, ReviewVerdict.Partly, [cause], told), inspector, now, ct);
    }

    private Task<Guid> OfficerAsync(Guid review, CancellationToken ct) => db.ReviewedOfficers.Where(o => o.ReviewId == review).Select(o => o.Id).SingleAsync(ct);
}
