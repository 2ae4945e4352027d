using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Handling;

/// <summary>What stands in the address of a list.</summary>
public sealed record CaseFilter(CaseBox Box, PetitionState? State = null, string? Category = null, string? After = null, ListSort? Sort = null)
{
    /// <summary>What is nearest its date first where dates are the question, what waits longest first elsewhere.</summary>
    public ListSort Order => Sort ?? (Dated ? ListSort.Due : ListSort.Received);

    /// <summary>Whether every matter of the box has a due date.</summary>
    public bool Dated => Box is CaseBox.Due or CaseBox.Overdue;
}
