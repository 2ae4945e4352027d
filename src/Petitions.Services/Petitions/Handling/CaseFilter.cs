using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.Petitions.Handling;

/// <summary>What stands in the address of a list.</summary>
public sealed record CaseFilter(CaseBox Box, PetitionState? State = null, string? Category = null, string? After = null, ListSort? Sort = null, Guid? Department = null)
{
    /// <summary>List ServicePointType: where it was taken in.</summary>
    public string? PointType { get; init; }

    /// <summary>Code of one service point.</summary>
    public string? Point { get; init; }

    /// <summary>The points these two name; null where none was asked for.</summary>
    public IReadOnlyList<Guid>? Points { get; init; }

    /// <summary>What is nearest its date first where dates are the question, what waits longest first elsewhere.</summary>
    public ListSort Order => Sort ?? (Dated ? ListSort.Due : ListSort.Received);

    /// <summary>The same list of what was taken in at a kind of point, or at one (seed feature 12).</summary>
    public CaseFilter At(string? pointType, string? point, OfficeCatalog offices)
    {
        var (kind, code) = (string.IsNullOrWhiteSpace(pointType) ? null : pointType, string.IsNullOrWhiteSpace(point) ? null : point);
        return kind is null && code is null ? this : this with
        {
            PointType = kind,
            Point = code,
            Points = [.. offices.ServicePoints.Where(each => (kind is null || each.Type == kind) && (code is null || each.Code == code)).Select(each => each.Id)],
        };
    }

    /// <summary>Whether every matter of the box has a due date.</summary>
    public bool Dated => Box is CaseBox.Due or CaseBox.Overdue;

    /// <summary>What of a list the filter leaves. What is not filtered by is not asked for: then the index of a box answers alone.</summary>
    public IQueryable<Petition> Narrow(IQueryable<Petition> list)
    {
        list = State is { } state ? list.Where(p => p.State == state) : list;
        list = Category is { } category ? list.Where(p => p.Category == category) : list;
        list = Department is { } department ? list.Where(p => p.DepartmentId == department) : list;
        return Points is { } points ? list.Where(p => p.ServicePointId != null && points.Contains(p.ServicePointId.Value)) : list;
    }
}
