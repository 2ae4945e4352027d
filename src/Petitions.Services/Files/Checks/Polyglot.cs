using System.Buffers.Binary;

namespace Petitions.Services.Files.Checks;

/// <summary>A file that is two things at once: what is harmless to one program is an archive, page or program to another.</summary>
internal static class Polyglot
{
    private const int EndRecord = 22;
    private const int EndSearch = EndRecord + ushort.MaxValue;
    private const int HeadSearch = 1024;

    /// <summary>Whether a reader of archives would find one in here, whatever stands in front of it.</summary>
    public static bool HoldsArchive(ReadOnlySpan<byte> content)
    {
        var from = Math.Max(0, content.Length - EndSearch);
        for (var tail = content[from..]; tail.LastIndexOf("PK\u0005\u0006"u8) is var at and >= 0; tail = tail[..at])
        {
            var record = tail[at..];
            if (record.Length < EndRecord)
            {
                continue;
            }

            var (here, all) = (BinaryPrimitives.ReadUInt16LittleEndian(record[8..]), BinaryPrimitives.ReadUInt16LittleEndian(record[10..]));
            var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
            if (here == all && size <= (uint)(from + at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a browser or a PDF reader that looks a little into the file would take it for theirs.</summary>
    public static bool LooksActive(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, HeadSearch)];
        return head.IndexOf("%PDF-"u8) >= 0 || Holds(head, "<script") || Holds(head, "<html") || Holds(head, "<svg") || Holds(head, "<!doctype") || Holds(head, "<?php") || Holds(head, "javascript:");
    }

    /// <summary>ASCII, in any case.</summary>
    public static bool Holds(ReadOnlySpan<byte> content, string word)
    {
        var (low, high) = ((byte)char.ToLowerInvariant(word[0]), (byte)char.ToUpperInvariant(word[0]));
        for (var rest = content; rest.IndexOfAny(low, high) is var at and >= 0; rest = rest[(at + 1)..])
        {
            if (rest.Length - at >= word.Length && System.Text.Ascii.EqualsIgnoreCase(rest.Slice(at, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }
}
