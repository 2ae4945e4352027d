namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What a recheck or an appeal decides.</summary>
public sealed record RemedyRuling
{
    public required RemedyResult? Result { get; init; }

    public required string? Reason { get; init; }

    /// <summary>Who decided the appeal: the next higher office. Of a recheck it is this office.</summary>
    public string? Organ { get; init; }

    /// <summary>Where the result is Changed: what holds from now on.</summary>
    public LiabilityOpinion? Opinion { get; init; }

    public LiabilityMeasure Measure { get; init; }
}
