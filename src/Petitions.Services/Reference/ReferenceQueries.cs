using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Reference;

namespace Petitions.Services.Reference;

/// <summary>What the administrator sees of the reference lists.</summary>
public sealed class ReferenceQueries(PetitionsDbContext db)
{
    public const int PageSize = 50;

    /// <summary>The names of all lists, in order.</summary>
    public async Task<IReadOnlyList<string>> ListsAsync(CancellationToken ct) =>
        await db.ReferenceItems.Select(item => item.List).Distinct().OrderBy(list => list).ToListAsync(ct);

    /// <summary>The newest version of each item of a list, ordered by code and parent; <paramref name="after"/> is the id of the last line seen.</summary>
    /// <exception cref="NotFoundException">When the list has no item.</exception>
    public async Task<(IReadOnlyList<ReferenceLine> Lines, Guid? Next)> ItemsAsync(string list, Guid? after, CancellationToken ct)
    {
        var items = db.ReferenceItems.AsNoTracking().Where(item => item.List == list
            && !db.ReferenceItems.Any(newer => newer.List == list && newer.Code == item.Code && newer.Parent == item.Parent && newer.Version > item.Version));
        if (after is { } id)
        {
            var last = await db.ReferenceItems.AsNoTracking().Where(item => item.Id == id && item.List == list).Select(item => new { item.Code, item.Parent }).SingleOrNotFoundAsync(ct);
            items = items.Where(item => string.Compare(item.Code, last.Code) > 0 || (item.Code == last.Code && string.Compare(item.Parent, last.Parent) > 0));
        }

        var lines = await Lines(items.OrderBy(item => item.Code).ThenBy(item => item.Parent)).Take(PageSize + 1).ToListAsync(ct);
        if (lines.Count == 0 && after is null)
        {
            throw new NotFoundException();
        }

        return lines.Count > PageSize ? (lines[..PageSize], lines[PageSize - 1].Id) : (lines, null);
    }

    /// <summary>Every version of the item that the id belongs to, newest first.</summary>
    /// <exception cref="NotFoundException">When there is no such item.</exception>
    public async Task<IReadOnlyList<ReferenceLine>> VersionsAsync(Guid id, CancellationToken ct)
    {
        var item = await db.ReferenceItems.AsNoTracking().Where(each => each.Id == id).SingleOrNotFoundAsync(ct);
        return await Lines(db.ReferenceItems.AsNoTracking()
            .Where(each => each.List == item.List && each.Code == item.Code && each.Parent == item.Parent)
            .OrderByDescending(each => each.Version)).ToListAsync(ct);
    }

    private static IQueryable<ReferenceLine> Lines(IQueryable<ReferenceItem> items) => items.Select(item => new ReferenceLine(
        item.Id, item.List, item.Code, item.Parent, item.Zh, item.En, item.Enabled, item.ValidFrom, item.ValidTo, item.Version, item.Source, item.Attributes));
}
