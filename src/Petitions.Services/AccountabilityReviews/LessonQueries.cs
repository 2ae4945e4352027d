using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// The lessons of an office's closed reviews, for everybody who works there (seed features 7, 56): no name, no matter, no
/// review and no day, so that nobody can be told from them.
/// </summary>
public sealed class LessonQueries(PetitionsDbContext db)
{
    public const int PageSize = 20;

    public async Task<LessonList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var office = actor.OfficeId;
        var all = db.ReviewLessons.AsNoTracking().Where(l => db.AccountabilityReviews.Any(r => r.Id == l.ReviewId && r.State == ReviewState.Closed && r.OfficeId == office));
        var count = await all.CountAsync(ct);
        if (KeyOf(after) is var (at, id))
        {
            all = all.Where(l => l.At < at || (l.At == at && l.Id.CompareTo(id) < 0));
        }

        var lines = await all.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(PageSize + 1)
            .Select(l => new { l.Id, l.At, Line = new LessonLine(l.Kind, l.Cause, l.Text, l.Hours) }).ToListAsync(ct);
        return new LessonList(
            [.. lines.Take(PageSize).Select(row => row.Line)],
            count,
            lines.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{lines[PageSize - 1].At.Ticks}.{lines[PageSize - 1].Id:N}") : null);
    }

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
