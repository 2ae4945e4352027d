using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions;

/// <summary>How a list of matters is ordered; a heading of the table chooses it.</summary>
public enum ListSort
{
    Received,
    ReceivedDown,
    Due,
    DueDown,
}

/// <summary>Orders matters and goes on after one of them, in SQL; matters without a due date come last either way.</summary>
internal static class ListOrder
{
    private static readonly DateOnly Never = new(9000, 1, 1);
    private static readonly DateOnly Before = new(1900, 1, 1);

    /// <param name="list">The matters.</param>
    /// <param name="sort">Their order.</param>
    /// <param name="dated">Whether every one of them has a due date: then the index gives the order.</param>
    public static IQueryable<Petition> By(this IQueryable<Petition> list, ListSort sort, bool dated) => sort switch
    {
        ListSort.ReceivedDown => list.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id),
        ListSort.Due when dated => list.OrderBy(p => p.NextDueOn).ThenBy(p => p.Id),
        ListSort.DueDown when dated => list.OrderByDescending(p => p.NextDueOn).ThenByDescending(p => p.Id),
        ListSort.Due => list.OrderBy(p => p.NextDueOn ?? Never).ThenBy(p => p.Id),
        ListSort.DueDown => list.OrderByDescending(p => p.NextDueOn ?? Before).ThenByDescending(p => p.Id),
        _ => list.OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id),
    };

    public static IQueryable<Petition> After(this IQueryable<Petition> list, ListSort sort, bool dated, (DateTime ReceivedAt, DateOnly? Due, Guid Id) from)
    {
        var (received, id) = (from.ReceivedAt, from.Id);
        var due = from.Due ?? (sort == ListSort.Due ? Never : Before);
        return sort switch
        {
            ListSort.ReceivedDown => list.Where(p => p.ReceivedAt < received || (p.ReceivedAt == received && p.Id.CompareTo(id) < 0)),
            ListSort.Due when dated => list.Where(p => p.NextDueOn > due || (p.NextDueOn == due && p.Id.CompareTo(id) > 0)),
            ListSort.DueDown when dated => list.Where(p => p.NextDueOn < due || (p.NextDueOn == due && p.Id.CompareTo(id) < 0)),
            ListSort.Due => list.Where(p => (p.NextDueOn ?? Never) > due || ((p.NextDueOn ?? Never) == due && p.Id.CompareTo(id) > 0)),
            ListSort.DueDown => list.Where(p => (p.NextDueOn ?? Before) < due || ((p.NextDueOn ?? Before) == due && p.Id.CompareTo(id) < 0)),
            _ => list.Where(p => p.ReceivedAt > received || (p.ReceivedAt == received && p.Id.CompareTo(id) > 0)),
        };
    }
}
