using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Domain.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The versions of an office's checklist for reviews (查究规范, seed feature 54). The portal comes with a first one (<c>review_checklist.csv</c>).</summary>
public sealed class ChecklistBook(PetitionsDbContext db, FactLog log, TimeProvider clock)
{
    private const string Setting = "ReviewChecklist";

    /// <summary>The newest version; made from the seed when the office has none, saved with what the caller saves.</summary>
    public async Task<ReviewChecklist> CurrentAsync(Guid officeId, CancellationToken ct)
    {
        if (await NewestAsync(officeId, ct) is { } newest)
        {
            return newest;
        }

        var rows = CsvTable.Embedded(typeof(PetitionsDbContext), "review_checklist.csv");
        return Add(officeId, null, string.Join('\n', rows.Select(row => row["step"])), rows[0]["reason"], Actor.System);
    }

    /// <summary>Every version, newest first.</summary>
    public async Task<IReadOnlyList<ReviewChecklist>> VersionsAsync(Guid officeId, CancellationToken ct) =>
        await db.ReviewChecklists.AsNoTracking().Where(c => c.OfficeId == officeId).OrderByDescending(c => c.Number).ToListAsync(ct);

    /// <summary>Whether every step of the review's own version is answered. One that was never opened has none, and nothing of it is done.</summary>
    public async Task<bool> IsDoneAsync(AccountabilityReview review, CancellationToken ct)
    {
        var (id, kept) = (review.Id, review.ChecklistId);
        var steps = await db.ReviewChecklists.AsNoTracking().Where(c => c.Id == kept).Select(c => c.Text).SingleOrDefaultAsync(ct);
        return steps is not null && await db.ReviewChecks.Where(c => c.ReviewId == id).Select(c => c.Step).Distinct().CountAsync(ct) == steps.Split('\n').Length;
    }

    /// <summary>Writes the next version of the person's own office; reviews that are open keep theirs.</summary>
    /// <exception cref="NotFoundException">When he opens no reviews there.</exception>
    /// <exception cref="RuleBrokenException">checklist.steps, checklist.reason, checklist.same.</exception>
    public async Task ReviseAsync(string? text, string? reason, Actor actor, CancellationToken ct)
    {
        var office = OfficeOf(actor);
        var before = await CurrentAsync(office, ct);
        Add(office, before, text, reason, actor);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="NotFoundException">When the person opens no reviews.</exception>
    public static Guid OfficeOf(Actor actor) => actor.OfficesFor(Abilities.OpenAccountability) is [var first, ..] ? first : throw new NotFoundException();

    private Task<ReviewChecklist?> NewestAsync(Guid officeId, CancellationToken ct) =>
        db.ReviewChecklists.Where(c => c.OfficeId == officeId).OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);

    private ReviewChecklist Add(Guid officeId, ReviewChecklist? before, string? text, string? reason, Actor actor)
    {
        var next = ReviewChecklist.Write(officeId, before, text, reason, actor.StaffId, clock.GetUtcNow().UtcDateTime);
        db.ReviewChecklists.Add(next);
        log.Record(actor, new SettingChanged(next.Id, Setting, before?.Text, next.Text));
        return next;
    }
}
