using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>
/// The ratings of a period's visits. A handful of ratings would tell who gave them: below the least number neither a step nor a
/// row is told, only how many there are.
/// </summary>
public sealed class VisitRatingFigures(PetitionsDbContext db, VisitRange range)
{
    /// <param name="scope">After <see cref="VisitRange.Reach"/>.</param>
    /// <param name="least">INDICATOR_MIN_N.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<VisitRatings> OfAsync(VisitScope scope, int least, Actor actor, CancellationToken ct)
    {
        var rows = await range.Visits(scope, actor)
            .Join(db.Ratings, r => (Guid?)r.Id, rating => rating.ReceptionId, (r, rating) => new { rating.Attitude, rating.Timeliness, rating.Result })
            .GroupBy(rating => new { rating.Attitude, rating.Timeliness, rating.Result })
            .Select(g => new { g.Key.Attitude, g.Key.Timeliness, g.Key.Result, N = g.Count() }).ToListAsync(ct);
        var n = rows.Sum(row => row.N);
        return new VisitRatings(n, n < least || n == 0
            ? []
            :
            [
                Aspect(nameof(Rating.Attitude), rows.Select(row => (row.Attitude, row.N))),
                Aspect(nameof(Rating.Timeliness), rows.Select(row => (row.Timeliness, row.N))),
                Aspect(nameof(Rating.Result), rows.Select(row => (row.Result, row.N))),
            ]);
    }

    /// <summary>The ratings behind the figure, in the order they were given.</summary>
    /// <exception cref="NotFoundException">There are fewer than the least.</exception>
    public async Task<(IReadOnlyList<VisitRatingRow> Rows, string? Next)> RowsAsync(VisitScope scope, int least, string? after, Actor actor, CancellationToken ct)
    {
        var ratings = range.Visits(scope, actor).Join(db.Ratings, r => (Guid?)r.Id, rating => rating.ReceptionId, (r, rating) => new { Visit = r, Rating = rating });
        if (await ratings.CountAsync(ct) < Math.Max(1, least))
        {
            throw new NotFoundException();
        }

        if (VisitKey.Parse(after) is { } key)
        {
            ratings = ratings.Where(row => row.Rating.At > key.At || (row.Rating.At == key.At && row.Rating.Id.CompareTo(key.Id) > 0));
        }

        var rows = await ratings.OrderBy(row => row.Rating.At).ThenBy(row => row.Rating.Id).Take(VisitStatisticsQueries.PageSize + 1)
            .Select(row => new VisitRatingRow(row.Rating.Id, row.Rating.At, row.Visit.Day, row.Rating.Attitude, row.Rating.Timeliness, row.Rating.Result, row.Rating.Comment))
            .ToListAsync(ct);
        return rows.Count > VisitStatisticsQueries.PageSize
            ? ([.. rows.Take(VisitStatisticsQueries.PageSize)], new VisitKey(rows[^2].At, rows[^2].Id).ToString())
            : (rows, null);
    }

    private static RatedAspect Aspect(string aspect, IEnumerable<(string Step, int N)> counts)
    {
        var steps = counts.ToLookup(row => row.Step, row => row.N);
        return new RatedAspect(aspect, steps["Satisfied"].Sum(), steps["BasicallySatisfied"].Sum(), steps["Dissatisfied"].Sum());
    }
}
