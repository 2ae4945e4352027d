using System.Buffers.Binary;
using System.Text;

namespace Petitions.Services.Operations.Backups;

/// <summary>What lies in a backup, one after the other: a name, then its bytes in pieces, a piece of length 0 at the end; an empty name ends it all.</summary>
internal static class BackupEntries
{
    public const int PieceMax = 256 * 1024;
    private const int NameMax = 500;

    public static async Task WriteAsync(Stream target, string name, Func<Stream, Task> content)
    {
        WriteName(target, name);
        await using var pieces = new PieceWriter(target);
        await content(pieces);
        pieces.End();
    }

    public static void End(Stream target) => WriteName(target, "");

    /// <summary>Name of the next entry; null at the end.</summary>
    public static async Task<string?> ReadNameAsync(Stream source, CancellationToken ct)
    {
        var bytes = new byte[await ReadLengthAsync(source, NameMax, ct)];
        await source.ReadExactlyAsync(bytes, ct);
        return bytes.Length == 0 ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The bytes of the entry whose name was just read; to be read to their end.</summary>
    public static Stream Content(Stream source) => new PieceReader(source);

    internal static void WriteLength(Stream target, int length)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(head, length);
        target.Write(head);
    }

    internal static async Task<int> ReadLengthAsync(Stream source, int most, CancellationToken ct)
    {
        var head = new byte[4];
        await source.ReadExactlyAsync(head, ct);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        return length >= 0 && length <= most ? length : throw new InvalidDataException("The backup is damaged.");
    }

    private static void WriteName(Stream target, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        WriteLength(target, bytes.Length);
        target.Write(bytes);
    }
}
