using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Joining;

/// <summary>A link of a matter as officers see it.</summary>
/// <param name="Number">The other matter.</param>
/// <param name="Outgoing">The matter on the page was joined to, or repeats, the other one.</param>
public sealed record JoinLine(Guid Id, string Number, PetitionLinkKind Kind, bool Outgoing, string Reason, string? Who, DateTime At, DateTime? EndedAt, string? EndReason);
