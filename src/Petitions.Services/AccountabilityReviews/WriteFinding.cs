using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A finding as the form sends it.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="StaffId">Whose work it is about.</param>
/// <param name="Factor">List AccountabilityFactor.</param>
/// <param name="Verdict">Whether it stands.</param>
/// <param name="Text">What was found.</param>
/// <param name="Seqs">Places of the facts it rests on, as the timeline numbers them.</param>
public sealed record WriteFinding(Guid ReviewId, Guid? StaffId, string? Factor, ReviewVerdict? Verdict, string? Text, IReadOnlyCollection<int> Seqs);
