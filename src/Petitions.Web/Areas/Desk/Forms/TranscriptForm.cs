using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>The record of a conversation as it is typed.</summary>
public sealed class TranscriptForm
{
    public string? Place { get; set; }

    public string? Statement { get; set; }

    public string? Explanation { get; set; }

    public string? Materials { get; set; }

    public bool RightsTold { get; set; }

    public bool ReadBack { get; set; }

    public string? Reason { get; set; }

    public static TranscriptForm Of(TranscriptSheet? sheet, string place) => sheet is null ? new() { Place = place } : new()
    {
        Place = sheet.Text.Place,
        Statement = sheet.Text.Statement,
        Explanation = sheet.Text.Explanation,
        Materials = sheet.Text.Materials,
        RightsTold = sheet.Text.RightsTold,
        ReadBack = sheet.Text.ReadBack,
    };

    public TranscriptText ToText() => new()
    {
        Place = Place ?? "",
        Statement = Domain.TextLength.Lines(Statement ?? ""),
        Explanation = Clean(Explanation),
        Materials = Clean(Materials),
        RightsTold = RightsTold,
        ReadBack = ReadBack,
    };

    public static string FieldOf(string code) => code switch
    {
        "transcript.place" => nameof(Place),
        "transcript.statement" => nameof(Statement),
        "transcript.part" => nameof(Explanation),
        "transcript.reason" => nameof(Reason),
        _ => "",
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Domain.TextLength.Lines(text).Trim();
}
