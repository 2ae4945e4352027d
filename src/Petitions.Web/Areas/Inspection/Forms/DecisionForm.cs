using Petitions.Domain.AccountabilityReviews;
using Petitions.Services.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>The leader's decision on one officer.</summary>
public sealed class DecisionForm
{
    public LiabilityOpinion? Opinion { get; set; }

    public LiabilityMeasure Measure { get; set; }

    public int? Hours { get; set; }

    public string? Reason { get; set; }

    public DecideLiability ToRequest(Guid id, Guid officer) => new(id, officer, Opinion, Measure, Hours, Reason);

    public static string FieldOf(string code) => code switch
    {
        "review.opinion" => nameof(Opinion),
        "review.measure-without-liability" => nameof(Measure),
        "review.hours" => nameof(Hours),
        "review.reason" => nameof(Reason),
        _ => "",
    };
}
