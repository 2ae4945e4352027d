using Petitions.Domain.Facts;

namespace Petitions.Domain.People;

/// <summary>Identity block opened with a reason (查看身份信息).</summary>
public sealed record IdentityRevealed(Guid PetitionId, Guid StaffId, [property: Erasable] string Reason) : Fact(PetitionId);
