using System.Globalization;

namespace Petitions.Domain;

/// <summary>How long a text is. Forms count what the reader sees; databases count code points.</summary>
public static class TextLength
{
    /// <summary>Text elements: one Han character, rare or not, or one emoji is one.</summary>
    public static int Elements(string text) => new StringInfo(text).LengthInTextElements;

    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    /// <summary>Whether a form may take it: as the reader counts it, and the database can hold it.</summary>
    public static bool Fits(string text, int max, int stored) => Elements(text) <= max && CodePoints(text) <= stored;

    /// <summary>A browser sends line ends as CR LF; they count and are kept as one character.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
