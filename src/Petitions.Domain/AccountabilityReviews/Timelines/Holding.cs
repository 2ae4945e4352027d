namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Who holds the matter, and whom he waits for.</summary>
/// <param name="Kind">What kind of holder.</param>
/// <param name="StaffId">The person answerable, where there is one.</param>
/// <param name="DepartmentId">His department, or the department that has it.</param>
/// <param name="SubstituteId">Who acts for him.</param>
/// <param name="Waiting">Whom he waits for.</param>
/// <param name="WaitingDepartmentId">The department waited for.</param>
public sealed record Holding(
    HolderKind Kind, Guid? StaffId = null, Guid? DepartmentId = null, Guid? SubstituteId = null, WaitingFor Waiting = WaitingFor.Nobody, Guid? WaitingDepartmentId = null)
{
    /// <summary>Who works on it on such a day.</summary>
    public Guid? ActingId => SubstituteId ?? StaffId;
}
