using System.Globalization;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Services.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>A finding about one officer's work.</summary>
public sealed class FindingForm
{
    public Guid? StaffId { get; set; }

    /// <summary>List AccountabilityFactor.</summary>
    public string? Factor { get; set; }

    public ReviewVerdict? Verdict { get; set; }

    public string? Text { get; set; }

    /// <summary>Places of the facts, as the timeline numbers them: 12, 15.</summary>
    public string? Facts { get; set; }

    /// <summary>What is no number is asked for again as a place that holds nothing.</summary>
    public WriteFinding ToRequest(Guid id) => new(id, StaffId, Factor, Verdict, Text, [.. (Facts ?? "").Normalize(System.Text.NormalizationForm.FormKC)
        .Split([',', ' ', '#', '\u3001', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(place => int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0).Distinct()]);

    public static string FieldOf(string code) => code switch
    {
        "review.officer-unknown" or "review.own-case" or "review.officer-stage" => nameof(StaffId),
        "review.factor" => nameof(Factor),
        "review.verdict" => nameof(Verdict),
        "review.finding-text" => nameof(Text),
        "review.finding-without-fact" or "review.fact-unknown" => nameof(Facts),
        _ => "",
    };
}
