using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

/// <summary>What stands in the address of the queue.</summary>
public sealed record ScreeningFilter(PetitionState? State = null, string? Category = null, ScreeningDue? Due = null, string? After = null, ListSort Sort = ListSort.Received)
{
    /// <summary>Whether every matter asked for has a due date.</summary>
    public bool Dated => Due is not null;
}

/// <summary>How near the due date is.</summary>
public enum ScreeningDue
{
    /// <summary>Past the due date.</summary>
    Overdue,

    /// <summary>Today or in the next two days.</summary>
    Soon,
}
