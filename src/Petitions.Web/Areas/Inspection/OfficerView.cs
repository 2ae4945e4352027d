using Petitions.Domain.AccountabilityReviews;
using Petitions.Services.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection;

/// <summary>One officer of a review as the sheet shows him.</summary>
public sealed record OfficerView(ReviewSheet Sheet, ReviewedOfficer Officer)
{
    public IReadOnlyList<ReviewFinding> Findings => [.. Sheet.Review.Findings.Where(f => f.OfficerId == Officer.Id).OrderBy(f => f.WrittenAt).ThenBy(f => f.Id)];

    /// <summary>Opinions given before the one that holds, newest first.</summary>
    public IReadOnlyList<ReviewOpinion> Earlier => [.. Sheet.Review.Opinions.Where(o => o.OfficerId == Officer.Id).OrderByDescending(o => o.At).ThenByDescending(o => o.Id).Skip(1)];

    public bool MayAskExtension => Clocks.Any(c => Sheet.Extendable.Contains(c.Id) && !c.IsExtensionAsked);

    public bool HasExtensionAsked => Clocks.Any(c => Sheet.Extendable.Contains(c.Id) && c.IsExtensionAsked);

    public IReadOnlyList<ReviewClock> Clocks => [.. Sheet.Clocks.Where(c => c.OfficerId == Officer.Id)];
}
