using Microsoft.EntityFrameworkCore;
using Petitions.Data;

namespace Petitions.Services.Facts;

/// <summary>The published daily roots. They hold no personal data and are for everybody.</summary>
public sealed class DailyRootQueries(PetitionsDbContext db)
{
    public const int PageSize = 31;

    /// <summary>The root a receipt of this moment names: the last one posted before it; null before the first.</summary>
    public Task<DailyRootRow?> PostedBeforeAsync(DateTime moment, CancellationToken ct) =>
        Rows(db.DailyRoots.AsNoTracking().Where(root => root.PublishedAt <= moment)).FirstOrDefaultAsync(ct);

    /// <summary>Newest first; days before the given one.</summary>
    public async Task<IReadOnlyList<DailyRootRow>> PageAsync(DateOnly? before, CancellationToken ct)
    {
        var roots = db.DailyRoots.AsNoTracking();
        if (before is { } day)
        {
            roots = roots.Where(root => root.Day < day);
        }

        return await Rows(roots).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>The whole text of one day as posted, for download.</summary>
    public async Task<string?> TextAsync(DateOnly day, CancellationToken ct) =>
        (await db.DailyRoots.AsNoTracking().SingleOrDefaultAsync(root => root.Day == day, ct))?.Copy().ToText();

    private static IQueryable<DailyRootRow> Rows(IQueryable<Domain.Facts.DailyRoot> roots) => roots.OrderByDescending(root => root.Day)
        .Select(root => new DailyRootRow(root.Day, root.Root, root.Previous, root.Chains, root.PublishedAt));
}
