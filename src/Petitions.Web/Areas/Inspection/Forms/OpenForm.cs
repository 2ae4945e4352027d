using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>How a proposed review is opened.</summary>
public sealed class OpenForm
{
    public string? Questions { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public Guid? BodyId { get; set; }

    public OpenReview ToRequest(Guid id) => new(id, Questions, DateText.Parse(From), DateText.Parse(To), BodyId ?? Guid.Empty);

    public static string FieldOf(string code) => code switch
    {
        "review.questions" => nameof(Questions),
        "review.scope" => nameof(From),
        "review.body" => nameof(BodyId),
        _ => "",
    };
}
