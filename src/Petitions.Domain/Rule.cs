namespace Petitions.Domain;

/// <summary>The one way a business rule refuses: a stable code that is also the key of the localised text.</summary>
public static class Rule
{
    /// <exception cref="RuleBrokenException">When <paramref name="condition"/> is false.</exception>
    public static void Require(bool condition, string code)
    {
        if (!condition)
        {
            throw new RuleBrokenException(code);
        }
    }

    /// <exception cref="RuleBrokenException">When <paramref name="text"/> is empty or longer than <paramref name="max"/> characters (code points, as both databases count).</exception>
    public static string RequireText(string? text, int max, string code)
    {
        var trimmed = text?.Trim() ?? "";
        Require(trimmed.Length > 0 && TextLength.CodePoints(trimmed) <= max, code);
        return trimmed;
    }
}
