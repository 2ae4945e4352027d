using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.JointVisits;

/// <summary>The minutes as they stand: paragraphs in order, and the measures written down. What is signed is the digest of it.</summary>
/// <param name="Paragraphs">All of them, also empty ones.</param>
/// <param name="Measures">Those of this joint visit.</param>
public sealed record MinutesText(IReadOnlyList<MinutesParagraph> Paragraphs, IReadOnlyList<JointMeasure> Measures)
{
    public bool Holds(ParagraphKind kind) => Paragraphs.Any(paragraph => paragraph.Kind == kind && paragraph.Text.Length > 0);

    public bool HasViewOf(Guid seatId) => Paragraphs.Any(paragraph => paragraph.Kind == ParagraphKind.View && paragraph.SeatId == seatId && paragraph.Text.Length > 0);

    /// <summary>SHA-256 of the canonical text with the frozen attendance.</summary>
    public string Digest(JointVisit visit) => DigestOf(CanonicalJson.Write(new JsonObject
    {
        ["visit"] = visit.Id.ToString("D"),
        ["round"] = visit.Round,
        ["attendance"] = visit.AttendanceJson,
        ["paragraphs"] = new JsonArray([.. Paragraphs.Where(paragraph => paragraph.Text.Length > 0).OrderBy(paragraph => paragraph.Position).ThenBy(paragraph => paragraph.Id).Select(paragraph => (JsonNode)new JsonObject
        {
            ["kind"] = paragraph.Kind.ToString(),
            ["seat"] = paragraph.SeatId?.ToString("D"),
            ["text"] = paragraph.Text,
        })]),
        ["measures"] = new JsonArray([.. Measures.OrderBy(measure => measure.Number).Select(measure => (JsonNode)new JsonObject
        {
            ["number"] = measure.Number,
            ["text"] = measure.Text,
            ["owner"] = measure.SeatId.ToString("D"),
            ["due"] = measure.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["proof"] = measure.ProofWanted,
        })]),
    }));

    internal static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
