using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The case as its investigators read it. That it was read is written down first (security.md B4).</summary>
public sealed class ReviewMaterialQueries(PetitionsDbContext db, ReviewAccess access, ReadLog reads)
{
    private const string Report = "ReportMaterial";

    /// <exception cref="NotFoundException">Missing, not in reach, or not his to look into.</exception>
    public async Task<MaterialSheet> ReadAsync(Guid id, Actor actor, string? address, CancellationToken ct)
    {
        var review = await access.OpenTo(actor).Where(r => r.Id == id).Select(r => new { r.Id, r.PetitionId, Offices = new[] { r.OfficeId, r.InvestigatingOfficeId } }).SingleOrNotFoundAsync(ct);
        await reads.RecordAsync(review.PetitionId, actor, ReadLog.ReviewMaterial, null, ct, address);
        var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Additions).SingleAsync(p => p.Id == review.PetitionId, ct);
        var rounds = await db.Replies.AsNoTracking().IgnoreAutoIncludes().Where(r => r.PetitionId == review.PetitionId)
            .SelectMany(r => r.Rounds, (r, round) => new { r.Kind, Reply = r.Id, Round = round }).ToListAsync(ct);
        var documents = await db.IssuedDocuments.AsNoTracking().Where(d => d.PetitionId == review.PetitionId).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id)
            .Select(d => new MaterialDocument(d.Title, d.NumberText, d.IssuedAt)).ToListAsync(ct);
        var mayRead = matter.Confidentiality != Report || actor.OfficesFor(Abilities.ReadReportMaterial).Intersect(review.Offices).Any();
        return new MaterialSheet
        {
            ReviewId = review.Id,
            Number = matter.Number,
            Title = matter.Title,
            Text = mayRead ? matter.Text : null,
            Request = mayRead ? matter.Request : null,
            Additions = mayRead ? [.. matter.Additions.OrderBy(a => a.At).Select(a => new MaterialAddition(a.At, a.Text))] : [],
            Rounds = [.. rounds.OrderBy(row => row.Reply).ThenBy(row => row.Round.Number).Select(row => new MaterialRound
            {
                Kind = row.Kind,
                Number = row.Round.Number,
                At = row.Round.SubmittedAt,
                Parts = [("ClaimAnswers", row.Round.ClaimAnswers), ("Facts", row.Round.Facts), ("Law", row.Round.Law), ("Articles", row.Round.Articles), ("Reason", row.Round.Reason)],
                Approved = row.Round.Approved,
                DecisionReason = row.Round.DecisionReason,
            })],
            Documents = documents,
        };
    }
}
