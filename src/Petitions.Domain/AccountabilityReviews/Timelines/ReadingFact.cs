using Petitions.Domain.Clocks;

namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>One reading of the matter by a member of staff.</summary>
public sealed record ReadingFact(Guid StaffId, DateTime At)
{
    public DateOnly Day => ChinaTime.DateOf(At);
}
