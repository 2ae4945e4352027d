using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The leader's decision as the form sends it.</summary>
public sealed record DecideLiability(
    Guid ReviewId, Guid OfficerId, LiabilityOpinion? Opinion, LiabilityMeasure Measure, int? TrainingHours, string? Reason);
