using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The officer's own page (journey J9, tester f): nothing before the findings are put to him, and then nothing but what concerns him.</summary>
public sealed class OwnReviewQueries(PetitionsDbContext db, ReviewAccess access, ReviewClocks clocks)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<OwnReviewLine>> ListAsync(Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return await db.ReviewedOfficers.AsNoTracking().Where(o => o.StaffId == staff && o.AskedAt != null).OrderByDescending(o => o.AskedAt).ThenByDescending(o => o.Id).Take(Most)
            .Select(o => new OwnReviewLine(o.Id, o.AskedAt!.Value, o.HeardAt != null, o.ServedOn != null)).ToListAsync(ct);
    }

    /// <exception cref="NotFoundException">Nothing was put to him under this id.</exception>
    public async Task<OwnReview> ReadAsync(Guid officerId, Actor actor, CancellationToken ct)
    {
        var (review, officer) = await access.LoadOwnAsync(officerId, actor, ct);
        return new OwnReview
        {
            Officer = officer,
            // Behind the respondent wall he learns of his own work, not of whose matter it is.
            Number = await db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor).Where(p => p.Id == review.PetitionId).Select(p => p.Number).SingleOrDefaultAsync(ct),
            Findings = [.. review.Findings.Where(f => f.OfficerId == officer.Id && f.SentAt is not null).OrderBy(f => f.WrittenAt).ThenBy(f => f.Id)],
            Clocks = await db.ReviewClocks.AsNoTracking().Where(c => c.OfficerId == officerId).OrderBy(c => c.StartOn).ThenBy(c => c.Id).ToListAsync(ct),
            Papers = officer is { ServedOn: null, IsClearedByTheEnd: false } ? [] : await db.ReviewDocuments.AsNoTracking().Where(d => d.OfficerId == officerId).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id)
                .Select(d => new ReviewPaperLine(d.Id, d.OfficerId, d.Title, d.NumberText, d.IssuedAt)).ToListAsync(ct),
            RecheckUntil = officer.Stage == OfficerStage.Served ? await clocks.WindowAsync(officerId, nameof(LiabilityRecheckRequested), ct) : null,
            AppealUntil = officer.Stage is OfficerStage.Served or OfficerStage.RecheckServed ? await clocks.WindowAsync(officerId, nameof(LiabilityAppealRequested), ct) : null,
        };
    }

    /// <exception cref="NotFoundException">Missing, not about him, or not served yet.</exception>
    public async Task<ReviewDocument> PaperAsync(Guid officerId, Guid document, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return await db.ReviewDocuments.AsNoTracking().Where(d => d.Id == document && d.OfficerId == officerId
            && db.ReviewedOfficers.Any(o => o.Id == officerId && o.StaffId == staff && (o.ServedOn != null || (o.DecidedAt == null && o.Opinion == LiabilityOpinion.NoLiability)))).SingleOrNotFoundAsync(ct);
    }
}
