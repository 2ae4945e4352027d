using System.IO.Compression;

namespace Petitions.Services.Files.Checks;

/// <summary>Finds the streams of a PDF in one pass from front to back, and unpacks them within bounds.</summary>
internal static class PdfStreams
{
    private const int DictionaryMost = 64 * 1024;

    /// <summary>Where the next stream's bytes begin and end, and where to go on; the end of the file when there is none.</summary>
    public static (int From, int To, int Next) Next(byte[] content, int at)
    {
        for (var search = at; content.AsSpan(search).IndexOf("stream"u8) is var found and >= 0;)
        {
            var word = search + found;
            search = word + 6;
            if (word >= 3 && content.AsSpan(word - 3).StartsWith("endstream"u8))
            {
                continue;
            }

            var from = search < content.Length && content[search] == 13 ? search + 1 : search;
            from = from < content.Length && content[from] == 10 ? from + 1 : from;
            if (from == search || content.AsSpan(from).IndexOf("endstream"u8) is not (var length and >= 0))
            {
                continue;
            }

            return (from, from + length, from + length);
        }

        return (content.Length, content.Length, content.Length);
    }

    /// <summary>What stands before the stream and describes it.</summary>
    public static ReadOnlySpan<byte> Dictionary(byte[] content, int before, int from)
    {
        var start = Math.Max(before, from - DictionaryMost);
        var text = content.AsSpan(start, from - start);
        return text.LastIndexOf(" obj"u8) is var at and >= 0 ? text[at..] : text;
    }

    /// <summary>The unpacked bytes; null when they cannot be unpacked or are more than allowed.</summary>
    public static byte[]? Unpack(ReadOnlyMemory<byte> data, int most)
    {
        var plain = new byte[Math.Min(most, Math.Max(64 * 1024, data.Length * 4))];
        while (true)
        {
            if (Inflate(data, plain) is not { } length)
            {
                return null;
            }

            if (length < plain.Length)
            {
                return plain[..length];
            }

            if (plain.Length >= most)
            {
                return null;
            }

            plain = new byte[(int)Math.Min(most, plain.Length * 4L)];
        }
    }

    public static int? Inflate(ReadOnlyMemory<byte> data, byte[] target)
    {
        try
        {
            using var source = new MemoryStream(data.ToArray(), writable: false);
            using var inflate = new ZLibStream(source, CompressionMode.Decompress);
            return inflate.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
