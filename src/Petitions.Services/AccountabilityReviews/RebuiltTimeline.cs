using Petitions.Domain.AccountabilityReviews.Timelines;
using Petitions.Domain.Facts;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A timeline, the facts it was rebuilt from, and what is wrong with their chain; nothing when it is whole.</summary>
public sealed record RebuiltTimeline(ReviewTimeline Timeline, IReadOnlyList<TimelineFact> Facts, IReadOnlyList<ChainFinding> Broken);
