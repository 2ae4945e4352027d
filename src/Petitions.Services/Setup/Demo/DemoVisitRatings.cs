using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Domain.Receptions;
using Petitions.Services.Ratings;

namespace Petitions.Services.Setup;

/// <summary>
/// Visitors of the last days rate their receptions, enough to be shown; one is dissatisfied and waits for a call. Through the
/// portal's own service. Development only; safe to run twice.
/// </summary>
public sealed class DemoVisitRatings(PetitionsDbContext db, VisitRatingService ratings)
{
    private const int Visits = 12;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Ratings.AnyAsync(rating => rating.ReceptionId != null, ct))
        {
            return;
        }

        // Every second of the latest visits that are over and have no matter: the stories of matters stay as they are told.
        var links = await db.Receptions.AsNoTracking().Where(r => r.State == ReceptionState.Ended && r.EndedAt != null && !r.Matters.Any())
            .OrderByDescending(r => r.EndedAt).ThenBy(r => r.Id).Take(2 * Visits).Select(r => r.PlaceToken).ToListAsync(ct);
        foreach (var (place, link) in links.Where((_, at) => at % 2 == 0).Index())
        {
            await ratings.RateAsync(link, Told(place), Actor.Citizen(), ct);
            db.ChangeTracker.Clear();
        }
    }

    private static RatingGiven Told(int place) => place switch
    {
        3 => RatingGiven.OfVisit("BasicallySatisfied", "Dissatisfied", "BasicallySatisfied", "等了快一个小时，大厅里没有人说明要等多久。"),
        5 => RatingGiven.OfVisit("Satisfied", "Satisfied", "Satisfied", "讲得很清楚。"),
        _ when place % 4 == 1 => RatingGiven.OfVisit("Satisfied", "BasicallySatisfied", "BasicallySatisfied", null),
        _ => RatingGiven.OfVisit("Satisfied", "Satisfied", "Satisfied", null),
    };
}
