using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Services.FollowUps;

namespace Petitions.Services.Ratings;

/// <summary>
/// The visitor rates the reception, by the link of his ticket; nobody else can (domain.md row 37, seed feature 38). Scale, window
/// and call-back are those of a reply; the facts stand in the chain of the visit, which may have no matter.
/// </summary>
public sealed class VisitRatingService(PetitionsDbContext db, FactLog log, RatingScale scale, VisitRatingQueries windows, VisitCallbacks callbacks, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such visit, or a member of staff asks.</exception>
    /// <exception cref="RuleBrokenException">rating.step, rating.not-ended, rating.comment, rating.visit-already-given, rating.window-closed.</exception>
    public async Task RateAsync(byte[] token, RatingGiven given, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.Citizen)
        {
            throw new NotFoundException();
        }

        var visit = await db.Receptions.Include(r => r.Matters).Where(r => r.PlaceToken == token).SingleOrNotFoundAsync(ct);
        scale.Require(given.Attitude, given.Timeliness, given.Result);
        var now = clock.GetUtcNow().UtcDateTime;
        var rating = Rating.Give(visit, given, now);
        Rule.Require(!await IsRatedAsync(visit.Id, ct), "rating.visit-already-given");
        Rule.Require(!(windows.Until(visit.EndedAt ?? now) < ChinaTime.DateOf(now)), "rating.window-closed");
        db.Ratings.Add(rating);
        log.Record(actor, rating.ToFact());
        if (rating.IsLow)
        {
            log.Record(actor, await callbacks.OpenAsync(visit, now, ct));
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Pressed twice: the first one counts, whichever row of the second the database refused.
            db.ChangeTracker.Clear();
            Rule.Require(!await IsRatedAsync(visit.Id, ct), "rating.visit-already-given");
            throw;
        }
    }

    private Task<bool> IsRatedAsync(Guid visit, CancellationToken ct) => db.Ratings.AnyAsync(rating => rating.ReceptionId == visit, ct);
}
