using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Ratings;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Replies as the petitioner reads them: only what was sent.</summary>
public sealed class CitizenReplyQueries(PetitionsDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CitizenReply>> ListAsync(Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return await db.Replies.AsNoTracking().IgnoreAutoIncludes()
            .Where(r => r.State == ReplyState.Sent && (db.Petitions.VisibleTo(actor).Any(p => p.Id == r.PetitionId)
                // One case, one person: the replies of the matter his was joined to are his as well (petition_states.csv, Merged).
                || db.PetitionLinks.Any(link => link.TargetId == r.PetitionId && link.SamePerson && link.Kind == PetitionLinkKind.Merged && link.EndedAt == null
                    && db.Petitions.VisibleTo(actor).Any(p => p.Id == link.PetitionId))))
            .OrderBy(r => r.SentAt).ThenBy(r => r.Id)
            .Select(r => new CitizenReply(r.Id, r.Kind, r.SentAt!.Value, r.Facts, r.Law, r.Articles, r.Reason, r.ClaimAnswers, r.Assessment, r.Remedy, r.RemedyUntil,
                db.Petitions.VisibleTo(actor).Any(p => p.Id == r.PetitionId) ? r.DocumentId : null,
                db.Petitions.VisibleTo(actor).Any(p => p.Id == r.PetitionId) && r.Kind == "Result" && r.ServedAt != null && !db.Ratings.Any(rating => rating.ReplyId == r.Id)
                    && (!db.PetitionClocks.Any(c => c.PetitionId == r.PetitionId && c.RuleId == RatingService.Window)
                        || db.PetitionClocks.Any(c => c.PetitionId == r.PetitionId && c.RuleId == RatingService.Window && c.State == ClockState.Running && c.DueOn >= today)),
                db.PetitionClocks.Where(c => c.PetitionId == r.PetitionId && c.RuleId == RatingService.Window && c.State == ClockState.Running).Max(c => (DateOnly?)c.DueOn)))
            .ToListAsync(ct);
    }

    /// <summary>The outcome the office stated and whether the petitioner confirmed it.</summary>
    public async Task<(string? Outcome, bool Confirmed)> OutcomeAsync(Actor actor, CancellationToken ct)
    {
        var row = await db.Petitions.VisibleTo(actor).AsNoTracking().Select(p => new { p.Outcome, p.OutcomeConfirmedByPetitioner }).SingleOrNotFoundAsync(ct);
        return (row.Outcome, row.OutcomeConfirmedByPetitioner);
    }
}

/// <summary>One reply to its petitioner.</summary>
public sealed record CitizenReply(
    Guid Id, string Kind, DateTime SentAt, string Facts, string Law, string Articles, string Reason, string ClaimAnswers, string? Assessment, string Remedy, DateOnly? RemedyUntil,
    Guid? DocumentId, bool MayRate, DateOnly? RateUntil);
