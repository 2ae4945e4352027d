using System.Buffers.Binary;
using System.Text;

namespace Petitions.Services.Files.Checks;

/// <summary>
/// Reads the directory of an archive by hand and refuses bombs, paths and overlapping members before one byte is unpacked
/// (security.md C3).
/// </summary>
internal static class ZipDirectory
{
    private const int EndRecord = 22;
    private const int CentralRecord = 46;
    private const int LocalRecord = 30;
    private const long RatioCountsFrom = 1024 * 1024;
    private const int RatioMost = 150;
    private const int UnixLink = 0xA000;

    /// <param name="content">The whole archive.</param>
    /// <param name="membersMost">Most members.</param>
    /// <param name="bytesMost">Most bytes unpacked.</param>
    /// <param name="members">The members, when all is well.</param>
    /// <returns>The code of a refusal, or null.</returns>
    public static string? Problem(byte[] content, int membersMost, long bytesMost, out IReadOnlyList<ZipMember> members)
    {
        members = [];
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return "file.content";
        }

        // The record must end the file exactly: nothing hides behind it and no second one disagrees.
        var end = content.Length - EndRecord;
        if (end < 0 || !content.AsSpan(end).StartsWith("PK\u0005\u0006"u8) || U16(content, end + 20) != 0)
        {
            return "file.archive-broken";
        }

        var count = U16(content, end + 10);
        var (size, start) = (U32(content, end + 12), U32(content, end + 16));
        if (U16(content, end + 4) != 0 || U16(content, end + 6) != 0 || U16(content, end + 8) != count || start + size != end)
        {
            return "file.archive-broken";
        }

        if (count > membersMost)
        {
            return "file.archive-large";
        }

        var found = new List<ZipMember>(count);
        var at = (int)start;
        for (var i = 0; i < count; i++)
        {
            if (at + CentralRecord > end || !content.AsSpan(at).StartsWith("PK\u0001\u0002"u8))
            {
                return "file.archive-broken";
            }

            if (MemberProblem(content, at, (int)start, found) is { } problem)
            {
                return problem;
            }

            at += CentralRecord + U16(content, at + 28) + U16(content, at + 30) + U16(content, at + 32);
        }

        members = found;
        return at != end ? "file.archive-broken" : WholeProblem(found, (long)start, bytesMost);
    }

    private static string? MemberProblem(byte[] content, int at, int start, List<ZipMember> found)
    {
        var (flags, method) = (U16(content, at + 8), U16(content, at + 10));
        var (packed, unpacked) = (U32(content, at + 20), U32(content, at + 24));
        var nameLength = U16(content, at + 28);
        var offset = U32(content, at + 42);
        var link = (U16(content, at + 40) & 0xF000) == UnixLink;
        if (at + CentralRecord + nameLength > content.Length || offset + LocalRecord > start || (flags & 0x2041) != 0 || method is not (0 or 8) || link
            || packed == uint.MaxValue || unpacked == uint.MaxValue || !content.AsSpan((int)offset).StartsWith("PK\u0003\u0004"u8))
        {
            return "file.archive-broken";
        }

        var raw = content.AsSpan(at + CentralRecord, nameLength);
        var local = content.AsSpan((int)offset + LocalRecord, Math.Min(U16(content, (int)offset + 26), content.Length - (int)offset - LocalRecord));
        var name = Encoding.UTF8.GetString(raw);
        if (!raw.SequenceEqual(local))
        {
            return "file.archive-broken";
        }

        if (name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal)
            || name.StartsWith('/') || name.Split('/').Any(part => part is ".." or "."))
        {
            return "file.archive-paths";
        }

        found.Add(new ZipMember(name, packed, unpacked, offset));
        return unpacked > RatioCountsFrom && unpacked > packed * RatioMost ? "file.archive-large" : null;
    }

    private static string? WholeProblem(List<ZipMember> found, long start, long bytesMost)
    {
        if (found.Sum(member => member.Unpacked) > bytesMost)
        {
            return "file.archive-large";
        }

        if (found.Select(member => member.Name.ToUpperInvariant()).Distinct().Count() != found.Count)
        {
            return "file.archive-broken";
        }

        // Members that share their bytes unpack to far more than the file could hold.
        var ordered = found.OrderBy(member => member.Offset).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var next = i + 1 < ordered.Count ? ordered[i + 1].Offset : start;
            if (ordered[i].Offset + LocalRecord + ordered[i].Packed > next)
            {
                return "file.archive-large";
            }
        }

        return null;
    }

    private static int U16(byte[] content, int at) => BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at));

    private static long U32(byte[] content, int at) => BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at));
}
