using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Handling;

/// <summary>What stands in the address of a list.</summary>
public sealed record CaseFilter(CaseBox Box, PetitionState? State = null, string? Category = null, string? After = null, ListSort? Sort = null, Guid? Department = null)
{
    /// <summary>What is nearest its date first where dates are the question, what waits longest first elsewhere.</summary>
    public ListSort Order => Sort ?? (Dated ? ListSort.Due : ListSort.Received);

    /// <summary>Whether every matter of the box has a due date.</summary>
    public bool Dated => Box is CaseBox.Due or CaseBox.Overdue;

    /// <summary>What of a list the filter leaves.</summary>
    public IQueryable<Petition> Narrow(IQueryable<Petition> list)
    {
        var (state, category, department) = (State, Category, Department);
        return list.Where(p => (state == null || p.State == state) && (category == null || p.Category == category) && (department == null || p.DepartmentId == department));
    }
}
