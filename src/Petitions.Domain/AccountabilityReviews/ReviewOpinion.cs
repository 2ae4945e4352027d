namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// An opinion on one officer as it was given (查究意见). Given anew it is a further row; the last one waits for the leader,
/// and what stood there before stays to be read. Only ever added.
/// </summary>
public sealed class ReviewOpinion
{
    private ReviewOpinion()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    public Guid OfficerId { get; private set; }

    public LiabilityOpinion Opinion { get; private set; }

    public LiabilitySeverity Severity { get; private set; }

    public string Causation { get; private set; } = "";

    public LiabilityMeasure Measure { get; private set; }

    public int? TrainingHours { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>What the officer's row says now, kept as a row of its own.</summary>
    internal static ReviewOpinion Of(ReviewedOfficer officer) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(officer.AdvisedAt!.Value)),
        ReviewId = officer.ReviewId,
        OfficerId = officer.Id,
        Opinion = officer.Advised!.Value,
        Severity = officer.Severity!.Value,
        Causation = officer.Causation!,
        Measure = officer.AdvisedMeasure!.Value,
        TrainingHours = officer.TrainingHours,
        By = officer.AdvisedBy!.Value,
        At = officer.AdvisedAt.Value,
    };
}
