using Petitions.Domain.Petitions;

namespace Petitions.Services.Supervision;

/// <summary>Something that waits for this person's approval: a reply, or a proposal of a kind.</summary>
/// <param name="Id">The matter of a reply, the proposal itself.</param>
/// <param name="Kind">Null for a reply.</param>
/// <param name="Number">The matter.</param>
/// <param name="Title">Title of the matter.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="By">Who laid it before him.</param>
/// <param name="Round">How often the reply was submitted.</param>
/// <param name="DueOn">Next due date of the matter.</param>
public sealed record ApprovalLine(Guid Id, DecisionKind? Kind, string Number, string Title, DateTime Since, string? By, int? Round, DateOnly? DueOn)
{
    /// <summary>Where the next page goes on.</summary>
    public string Key => FormattableString.Invariant($"{Since.Ticks}.{Id:N}");
}
