using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The daily watch over the clocks of reviews: warnings, what is overdue, windows that close. Safe to run twice.</summary>
public sealed class ReviewClockWatch(PetitionsDbContext db, ClockCatalog catalog, ReviewPeople people, NoticeOutbox outbox)
{
    private const string Template = "staff.review-clock";

    /// <summary>Returns how many clocks moved.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var running = await db.ReviewClocks.Where(c => c.State == ReviewClockState.Running).OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(ct);
        var moved = 0;
        foreach (var open in running)
        {
            moved += await StepAsync(open, today, ct) ? 1 : 0;
        }

        await db.SaveChangesAsync(ct);
        return moved;
    }

    private async Task<bool> StepAsync(ReviewClock open, DateOnly today, CancellationToken ct)
    {
        var rule = catalog.Rule(open.RuleId, open.RuleVersion);
        if (open.Warn(rule.WarnDays, today))
        {
            await TellAsync(open, rule, rule.ResponsibleRole, $"warn/{today:yyyyMMdd}", ct);
            return true;
        }

        if (!open.MarkOverdue(today))
        {
            return false;
        }

        if (rule.OnOverdue.Contains("CloseWindow"))
        {
            open.Lapse(today);
            return true;
        }

        foreach (var role in rule.Escalation.Append(rule.OnOverdue.Contains("NotifyResponsible") ? rule.ResponsibleRole : "").Where(role => role.Length > 0).Distinct())
        {
            await TellAsync(open, rule, role, "overdue", ct);
        }

        return true;
    }

    private async Task TellAsync(ReviewClock open, ClockRule rule, string role, string key, CancellationToken ct)
    {
        var review = await db.AccountabilityReviews.AsNoTracking().Include(r => r.Members).Include(r => r.Officers).SingleAsync(r => r.Id == open.ReviewId, ct);
        var values = new Dictionary<string, string>
        {
            ["rule"] = rule.NameZh,
            ["ruleEn"] = rule.NameEn,
            ["due"] = open.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        var told = role switch
        {
            "ReviewedOfficer" => review.Officers.Where(o => o.Id == open.OfficerId).Select(o => o.StaffId).ToList(),
            "InspectionOfficer" => [.. review.Members.Select(m => m.StaffId)],
            _ => [.. await people.HoldersAsync(review, Abilities.DecideLiability, ct)],
        };
        foreach (var staff in told)
        {
            await outbox.TellOfficeAsync(staff, Template, $"review-clock/{open.Id:N}/{key}", values, ct);
        }
    }
}
