namespace Petitions.Domain.AccountabilityReviews;

/// <summary>How an officer answers for what was found (list LiabilityOpinion; JR24, summary).</summary>
public enum LiabilityOpinion
{
    Intent,
    GrossNegligence,
    Management,
    NoLiability,
}
