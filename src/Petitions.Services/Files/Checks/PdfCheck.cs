namespace Petitions.Services.Files.Checks;

/// <summary>
/// A PDF that only shows something: no script, launch, embedded file or XFA form, neither in the open nor in object streams,
/// which are unpacked within bounds. What cannot be looked into is refused.
/// </summary>
public sealed class PdfCheck : IFileCheck
{
    private const int UnpackedMost = 50 * 1024 * 1024;
    private const int TailSearch = 1024;
    private const int Peek = 64;

    private static readonly string[] Scripts = ["JavaScript", "JS", "Launch", "ImportData", "SubmitForm", "GoToE", "RichMedia", "Rendition", "Movie"];
    private static readonly string[] Files = ["EmbeddedFile", "EmbeddedFiles"];

    // Long enough not to turn up in packed bytes by chance: also looked for inside streams.
    private static readonly string[] Anywhere = ["/JavaScript", "/EmbeddedFile", "/RichMedia", "/SubmitForm"];

    public string Kind => FileKind.Pdf;

    public string? Problem(byte[] content)
    {
        var all = content.AsSpan();
        if (!all.StartsWith("%PDF-1."u8) && !all.StartsWith("%PDF-2."u8))
        {
            return "file.content";
        }

        var tail = all[Math.Max(0, all.Length - TailSearch)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0)
        {
            return "file.pdf-broken";
        }

        if (tail[(end + 5)..].ContainsAnyExcept((ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32]) || Polyglot.HoldsArchive(all) || Polyglot.LooksActive(all[5..]))
        {
            return "file.two-kinds";
        }

        return Anywhere.Any(word => Polyglot.Holds(content, word)) ? NamesProblem(PdfNames.In(all)) ?? "file.pdf-script" : PartsProblem(content);
    }

    /// <summary>Goes through the file once: text between streams is read for names, object streams are unpacked and read too.</summary>
    private static string? PartsProblem(byte[] content)
    {
        var budget = UnpackedMost;
        var at = 0;
        while (at < content.Length)
        {
            var (from, to, next) = PdfStreams.Next(content, at);
            if (NamesProblem(PdfNames.In(content.AsSpan(at, from - at))) is { } open)
            {
                return open;
            }

            if (to > from && StreamProblem(content, at, from, to, ref budget) is { } packed)
            {
                return packed;
            }

            at = next;
        }

        return null;
    }

    private static string? StreamProblem(byte[] content, int before, int from, int to, ref int budget)
    {
        var head = PdfStreams.Dictionary(content, before, from);
        var names = PdfNames.In(head);
        var data = content.AsMemory(from, to - from);
        var flate = names.Contains("FlateDecode") || names.Contains("Fl");
        var holdsObjects = names.Contains("ObjStm") || (names.Contains("N") && names.Contains("First")) || (flate && LooksLikeObjects(data));
        if (!holdsObjects)
        {
            return null;
        }

        if (!names.Contains("Filter"))
        {
            return NamesProblem(PdfNames.In(data.Span));
        }

        // A chain of filters or a predictor on an object stream is made to be hard to read.
        if (!flate || names.Any(name => name is "ASCIIHexDecode" or "ASCII85Decode" or "LZWDecode" or "RunLengthDecode" or "Crypt" or "AHx" or "A85" or "LZW" or "RL" or "Predictor") || Count(head, "FlateDecode"u8) > 1)
        {
            return "file.pdf-unreadable";
        }

        if (PdfStreams.Unpack(data, budget) is not { } plain)
        {
            return "file.pdf-unreadable";
        }

        budget -= plain.Length;
        return NamesProblem(PdfNames.In(plain));
    }

    private static string? NamesProblem(HashSet<string> names) =>
        names.Contains("Encrypt") ? "file.pdf-locked"
        : Scripts.Any(names.Contains) ? "file.pdf-script"
        : Files.Any(names.Contains) ? "file.pdf-embedded"
        : names.Contains("XFA") ? "file.pdf-form"
        : null;

    /// <summary>An object stream begins with pairs of numbers; one that does not say what it is is known by that.</summary>
    private static bool LooksLikeObjects(ReadOnlyMemory<byte> data)
    {
        var start = new byte[Peek];
        var length = PdfStreams.Inflate(data, start) ?? 0;
        var text = start.AsSpan(0, length);
        var numbers = text.IndexOfAnyExcept("0123456789 \r\n\t"u8);
        return length > 4 && (numbers < 0 || (numbers >= 4 && text[numbers] is (byte)'<' or (byte)'[' or (byte)'(' or (byte)'/')) && text[..(numbers < 0 ? length : numbers)].Contains((byte)' ');
    }

    private static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (var rest = text; rest.IndexOf(word) is var at and >= 0; rest = rest[(at + word.Length)..])
        {
            count++;
        }

        return count;
    }
}
