namespace Petitions.Domain.Receptions;

/// <summary>A paper the visitor handed over (交来的材料).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Copies">How many of it.</param>
/// <param name="Original">The original, or a copy.</param>
/// <param name="Kept">Kept by the office, or looked at and given back.</param>
public sealed record TranscriptMaterial(string Name, int Copies, bool Original, bool Kept)
{
    public const int NameMax = 200;
    public const int CopiesMax = 999;
    public const int Most = 50;

    /// <exception cref="RuleBrokenException">transcript.materials</exception>
    public static IReadOnlyList<TranscriptMaterial> Check(IReadOnlyList<TranscriptMaterial> materials)
    {
        Rule.Require(materials.Count <= Most && materials.All(material => material.Copies is >= 1 and <= CopiesMax), "transcript.materials");
        return [.. materials.Select(material => material with { Name = Rule.RequireText(material.Name, NameMax, "transcript.materials") })];
    }
}
