namespace Petitions.Services.Files.Checks;

/// <summary>The names (<c>/Name</c>) in a piece of PDF, with <c>#xx</c> written out, so that <c>/J#61vaScript</c> hides nothing.</summary>
internal static class PdfNames
{
    private const int NameMax = 64;

    public static HashSet<string> In(ReadOnlySpan<byte> text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Span<char> name = stackalloc char[NameMax];
        for (var at = text.IndexOf((byte)'/'); at >= 0;)
        {
            var length = 0;
            var i = at + 1;
            for (; i < text.Length && !IsEnd(text[i]); i++)
            {
                var c = (char)text[i];
                if (c == '#' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var written))
                {
                    c = (char)written;
                    i += 2;
                }

                if (length < NameMax)
                {
                    name[length++] = c;
                }
            }

            found.Add(new string(name[..length]));
            var next = i < text.Length ? text[i..].IndexOf((byte)'/') : -1;
            at = next < 0 ? -1 : i + next;
        }

        return found;
    }

    private static bool IsEnd(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32 or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
