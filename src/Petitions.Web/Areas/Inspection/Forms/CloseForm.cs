using Petitions.Domain.AccountabilityReviews;
using Petitions.Services.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>How a review ends.</summary>
public sealed class CloseForm
{
    public ReviewVerdict? Outcome { get; set; }

    /// <summary>List AccountabilityFactor.</summary>
    public List<string> Causes { get; set; } = [];

    public string? Told { get; set; }

    public CloseReview ToRequest(Guid id) => new(id, Outcome, Causes, Told);

    public static string FieldOf(string code) => code switch
    {
        "review.verdict" => nameof(Outcome),
        "review.causes" => nameof(Causes),
        "review.told" or "review.told-name" => nameof(Told),
        _ => "",
    };
}
