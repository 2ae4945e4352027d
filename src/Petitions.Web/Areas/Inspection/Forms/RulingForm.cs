using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>What a recheck or an appeal decides.</summary>
public sealed class RulingForm
{
    public RemedyResult? Result { get; set; }

    public string? Reason { get; set; }

    /// <summary>Of an appeal: the office that decided it.</summary>
    public string? Organ { get; set; }

    public LiabilityOpinion? Opinion { get; set; }

    public LiabilityMeasure Measure { get; set; }

    public RemedyRuling ToRequest() => new() { Result = Result, Reason = Reason, Organ = Organ, Opinion = Opinion, Measure = Measure };

    public static string FieldOf(string code) => code switch
    {
        "review.remedy-result" => nameof(Result),
        "review.reason" => nameof(Reason),
        "review.organ" => nameof(Organ),
        "review.opinion" => nameof(Opinion),
        "review.measure-without-liability" => nameof(Measure),
        _ => "",
    };
}
