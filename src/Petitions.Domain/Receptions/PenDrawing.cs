using System.Text.Json;
using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>
/// A signature drawn on the screen: the size of the pad and the strokes on it, as points and not as a picture. Its text is
/// <c>{"h":200,"s":[[x,y,p,x,y,p],...],"w":600}</c>; nothing about what the browser sends is believed.
/// </summary>
public sealed record PenDrawing
{
    public const int TextMax = 120_000;
    public const int PointsMost = 8_000;
    public const int StrokesMost = 300;

    /// <summary>Fewer is a slip of the pen and no signature.</summary>
    public const int PointsLeast = 6;

    private const int SizeMost = 4_000;
    private const int SizeLeast = 50;
    private const int PerPoint = 3;

    private PenDrawing()
    {
    }

    public int Width { get; private init; }

    public int Height { get; private init; }

    public IReadOnlyList<PenStroke> Strokes { get; private init; } = [];

    /// <exception cref="RuleBrokenException">transcript.pen when it is no drawing, or an empty one.</exception>
    public static PenDrawing Parse(string? text)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text) && text.Length <= TextMax, "transcript.pen");
        try
        {
            using var json = JsonDocument.Parse(text!, new JsonDocumentOptions { MaxDepth = 4 });
            var drawing = new PenDrawing
            {
                Width = json.RootElement.GetProperty("w").GetInt32(),
                Height = json.RootElement.GetProperty("h").GetInt32(),
                Strokes = [.. json.RootElement.GetProperty("s").EnumerateArray().Select(Stroke)],
            };
            Rule.Require(drawing.IsSound, "transcript.pen");
            return drawing;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RuleBrokenException("transcript.pen");
        }
    }

    /// <summary>One spelling for one drawing.</summary>
    public string Write() => CanonicalJson.Write(new JsonObject
    {
        ["w"] = Width,
        ["h"] = Height,
        ["s"] = new JsonArray([.. Strokes.Select(stroke => new JsonArray([.. stroke.Points.SelectMany(point => new JsonNode[] { point.X, point.Y, point.Pressure })]))]),
    });

    private bool IsSound => Width is >= SizeLeast and <= SizeMost && Height is >= SizeLeast and <= SizeMost
        && Strokes.Count is >= 1 and <= StrokesMost && Strokes.All(stroke => stroke.Points.Count > 0)
        && Strokes.Sum(stroke => stroke.Points.Count) is >= PointsLeast and <= PointsMost
        && Strokes.All(stroke => stroke.Points.All(point => point.X >= 0 && point.X <= Width && point.Y >= 0 && point.Y <= Height && point.Pressure is >= 0 and <= 100));

    private static PenStroke Stroke(JsonElement numbers)
    {
        List<int> flat = [.. numbers.EnumerateArray().Select(number => number.GetInt32())];
        Rule.Require(flat.Count % PerPoint == 0, "transcript.pen");
        return new PenStroke([.. flat.Chunk(PerPoint).Select(point => new PenPoint(point[0], point[1], point[2]))]);
    }
}
