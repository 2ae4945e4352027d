using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup;

/// <summary>
/// Accountability reviews for the demo (journey J9): what the system proposes by itself, one that waits for the leader, one
/// that cleared an officer. Through the portal's own services. Development only; safe to run twice.
/// </summary>
public sealed class DemoReviews(PetitionsDbContext db, ReviewTriggers triggers, ReviewProposals proposals, DemoReviewSteps steps, ActorSource actors, TimeProvider clock)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.AccountabilityReviews.AnyAsync(ct) || await AsAsync("InspectionOfficer", ct) is not { } inspector
            || await AsAsync("ChiefProcurator", ct) is not { } chief || await AsAsync("CaseOfficer", ct) is not { } handler)
        {
            return;
        }

        await triggers.RunAsync(clock.GetUtcNow().UtcDateTime, ct);
        // The two low ratings are left to whoever plays journey J9 from the call-back on.
        if (await NumberAsync(DemoStories.Returned, ct) is { } slow)
        {
            var review = await proposals.ProposeAsync(slow, "R8", "信访人来信反映两个月没有人联系过他，请核查。", inspector, ct);
            await steps.HeardAsync(review, new DemoFinding("NoNotice", ReviewVerdict.Partly, "办理期间没有记录与信访人的联系，没有告知办理进度。", "办理中两次拨打电话无人接听，没有登记，今后逐次登记。"), inspector, handler, ct);
            await steps.AdviseAsync(review, LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction, inspector, ct);
        }

        if (await NumberAsync(DemoStories.Drafted, ct) is { } waiting)
        {
            await proposals.ProposeAsync(waiting, "R8", "信访人来电反映五十多天没有结果，请研究是否倒查。", chief, ct);
        }

        if (await NumberAsync(DemoStories.WellRated, ct) is { } well)
        {
            var review = await proposals.ProposeAsync(well, "R8", "反映办理拖延，请核查。", inspector, ct);
            await steps.HeardAsync(review, new DemoFinding("NoNotice", ReviewVerdict.Partly, "各环节均在规定期限内完成；短信系统停用的三天里没有告知办理进度。", "系统停用当天已经报告，恢复后即补发。"), inspector, handler, ct);
            await steps.AdviseAsync(review, LiabilityOpinion.NoLiability, LiabilityMeasure.None, inspector, ct);
            await steps.ClearAsync(review, "NoNotice", "经倒查，本院办理此事没有超过规定期限；短信系统停用期间没有告知进度，已改用电话告知。感谢您的监督。", inspector, chief, ct);
        }
    }

    private Task<string?> NumberAsync(string title, CancellationToken ct) =>
        db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == title).Select(p => (string?)p.Number).FirstOrDefaultAsync(ct);

    private async Task<Actor?> AsAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct) is { } staff ? await actors.OfAsync(staff, ct) : null;
}
