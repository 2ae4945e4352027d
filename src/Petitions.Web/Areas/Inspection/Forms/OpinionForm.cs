using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>The investigation's opinion on one officer.</summary>
public sealed class OpinionForm
{
    public LiabilityOpinion? Opinion { get; set; }

    public LiabilitySeverity? Severity { get; set; }

    public string? Causation { get; set; }

    public LiabilityMeasure Measure { get; set; }

    public int? Hours { get; set; }

    public OpinionGiven ToRequest() => new() { Opinion = Opinion, Severity = Severity, Causation = Causation, Measure = Measure, TrainingHours = Hours };

    public static string FieldOf(string code) => code switch
    {
        "review.opinion" => nameof(Opinion),
        "review.severity" => nameof(Severity),
        "review.causation" => nameof(Causation),
        "review.measure-without-liability" => nameof(Measure),
        "review.hours" => nameof(Hours),
        _ => "",
    };
}
