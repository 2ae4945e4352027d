namespace Petitions.Services.Exports;

/// <summary>What a spreadsheet would not take for text.</summary>
internal static class Cells
{
    /// <summary>Begins with = + - @ or their full-width forms, also after blanks, or with a tab or a line end.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || text.TrimStart() is ['=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20' or '\ufe62' or '\ufe63' or '\ufe66' or '\ufe6b' or '\u2212', ..]);
}
