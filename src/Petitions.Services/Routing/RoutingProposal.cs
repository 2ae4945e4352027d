namespace Petitions.Services.Routing;

/// <summary>
/// Where the rules would send a matter and why. A department and office, or an outside organ kind; a receiver behind the
/// respondent wall is never proposed, it is listed under <see cref="Skipped"/>.
/// </summary>
public sealed record RoutingProposal(
    string RuleCode, string Action, Guid? OfficeId, Guid? DepartmentId, string? OutsideOrgan, string Source, IReadOnlyList<SkippedReceiver> Skipped)
{
    public bool IsTransferOut => OutsideOrgan is not null;
}
