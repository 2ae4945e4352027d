using System.IO.Compression;
using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;

namespace Petitions.Services.Files.Copies;

/// <summary>
/// Blanks author, program and the like in a PDF without moving a byte: strings are overwritten where they stand, packed
/// parts are packed again into the room they had. Where that cannot be done the copy says that it is the file as it came.
/// </summary>
public static class PdfCopies
{
    private const int UnpackedMost = 50 * 1024 * 1024;
    private const byte Space = 32;
    private static readonly string[] Particulars = ["Author", "Creator", "Producer", "Company", "Manager", "SourceModified"];

    /// <param name="content">A file that passed <see cref="PdfCheck"/>.</param>
    public static FileCopy Make(byte[] content)
    {
        var copy = content.ToArray();
        var budget = UnpackedMost;
        var sound = true;
        for (var at = 0; at < copy.Length;)
        {
            var (from, to, next) = PdfStreams.Next(copy, at);
            var head = PdfNames.In(PdfStreams.Dictionary(copy, at, from));
            sound &= BlankStrings(copy.AsSpan(at, from - at));
            sound &= to <= from || BlankStream(copy, from, to, head, ref budget);
            at = next;
        }

        return sound ? new FileCopy(copy, CopyState.Stripped) : new FileCopy(content, CopyState.AsIs);
    }

    private static bool BlankStream(byte[] copy, int from, int to, HashSet<string> head, ref int budget)
    {
        var data = copy.AsSpan(from, to - from);
        if (head.Contains("DCTDecode"))
        {
            return head.Contains("FlateDecode") || BlankJpeg(data);
        }

        var xmp = head.Contains("Metadata") && head.Contains("XML");
        var objects = head.Contains("ObjStm");
        if (!xmp && !objects)
        {
            return true;
        }

        if (!head.Contains("Filter"))
        {
            return xmp ? Blank(data) : BlankStrings(data);
        }

        if (!head.Contains("FlateDecode") || PdfStreams.Unpack(copy.AsMemory(from, to - from), budget) is not { } plain)
        {
            return false;
        }

        budget -= plain.Length;
        return (xmp ? Blank(plain) : BlankStrings(plain)) && PackInto(data, plain);
    }

    /// <summary>Into the room the stream has; readers stop at the end of the packed data and pass over the rest.</summary>
    private static bool PackInto(Span<byte> room, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(plain);
        }

        if (packed.Length > room.Length)
        {
            return false;
        }

        room.Clear();
        packed.GetBuffer().AsSpan(0, (int)packed.Length).CopyTo(room);
        return true;
    }

    private static bool Blank(Span<byte> text)
    {
        text.Fill(Space);
        return true;
    }

    /// <returns>False when a value stands somewhere else and is only pointed at.</returns>
    private static bool BlankStrings(Span<byte> text)
    {
        foreach (var name in Particulars)
        {
            var key = System.Text.Encoding.ASCII.GetBytes("/" + name);
            for (var at = 0; text[at..].IndexOf(key) is var found and >= 0;)
            {
                at += found + key.Length;
                var value = at;
                while (value < text.Length && text[value] is 0 or 9 or 10 or 12 or 13 or 32)
                {
                    value++;
                }

                if (value >= text.Length)
                {
                    break;
                }

                if (text[value] == '(')
                {
                    BlankLiteral(text[value..]);
                }
                else if (text[value] == '<' && value + 1 < text.Length && text[value + 1] != '<')
                {
                    BlankHex(text[value..]);
                }
                else if (text[value] is >= (byte)'0' and <= (byte)'9')
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static void BlankLiteral(Span<byte> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '\\' && i + 1 < text.Length)
            {
                text[i] = Space;
                text[++i] = Space;
                continue;
            }

            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth == 0)
            {
                return;
            }

            if (i > 0)
            {
                text[i] = Space;
            }
        }
    }

    private static void BlankHex(Span<byte> text)
    {
        var end = text.IndexOf((byte)'>');
        for (var i = 1; i < end; i++)
        {
            text[i] = (byte)((i & 1) == 1 ? '2' : '0');
        }
    }

    /// <summary>A photo in the paper keeps its pixels and loses its particulars.</summary>
    private static bool BlankJpeg(Span<byte> data)
    {
        for (var at = 2; at + 4 <= data.Length && data[at] == 0xFF;)
        {
            var marker = data[at + 1];
            var length = (data[at + 2] << 8) | data[at + 3];
            if (marker == 0xDA || length < 2 || at + 2 + length > data.Length)
            {
                return marker == 0xDA;
            }

            // EXIF and XMP, Photoshop's, comments.
            if (marker is 0xE1 or 0xED or 0xFE)
            {
                data.Slice(at + 4, length - 2).Clear();
            }

            at += 2 + length;
        }

        return false;
    }
}
