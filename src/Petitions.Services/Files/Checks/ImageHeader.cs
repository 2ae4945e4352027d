using System.Buffers.Binary;

namespace Petitions.Services.Files.Checks;

/// <summary>Width and height as the header says them; not one pixel is unpacked.</summary>
internal static class ImageHeader
{
    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static (long Width, long Height)? OfPng(ReadOnlySpan<byte> content) =>
        content.Length >= 45 && content.StartsWith(PngMark) && content.Slice(12, 4).SequenceEqual("IHDR"u8) && BinaryPrimitives.ReadUInt32BigEndian(content[8..]) == 13
            ? (BinaryPrimitives.ReadUInt32BigEndian(content[16..]), BinaryPrimitives.ReadUInt32BigEndian(content[20..]))
            : null;

    /// <summary>The largest of the frames named: a second header must not hide behind a small first one.</summary>
    public static (long Width, long Height)? OfJpg(ReadOnlySpan<byte> content)
    {
        (long Width, long Height)? found = null;
        if (!content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return null;
        }

        for (var at = 2; at + 4 <= content.Length;)
        {
            if (content[at] != 0xFF)
            {
                return null;
            }

            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0xDA)
            {
                // The picture itself begins; frames stand before it.
                return found;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || at + 2 + length > content.Length)
            {
                return null;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 8)
            {
                var (height, width) = ((long)BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]), (long)BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]));
                found = found is { } earlier && earlier.Width * earlier.Height > width * height ? earlier : (width, height);
            }

            at += 2 + length;
        }

        return null;
    }
}
