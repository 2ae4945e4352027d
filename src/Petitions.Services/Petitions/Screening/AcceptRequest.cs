namespace Petitions.Services.Petitions.Screening;

/// <summary>Department and first handler are asked together; a choice other than the proposal needs its reason.</summary>
public sealed record AcceptRequest(
    string Number, Guid? DepartmentId, Guid? FirstHandlerId, bool NoConflict, Guid? SubstituteId = null, string? OverrideReason = null)
{
    /// <summary>Set where a supervisor takes a matter that was only registered: it is screened onto this track in the same act.</summary>
    public string? Track { get; init; }
}
