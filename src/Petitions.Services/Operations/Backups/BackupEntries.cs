using System.Buffers.Binary;
using System.Text;

namespace Petitions.Services.Operations.Backups;

/// <summary>What lies in a backup, one after the other: a name, then its bytes in pieces, a piece of length 0 at the end; an empty name ends it all.</summary>
internal static class BackupEntries
{
    private const int NameMax = 500;
    private const int PieceMax = 256 * 1024;

    public static async Task WriteAsync(Stream target, string name, Func<Stream, Task> content)
    {
        WriteName(target, name);
        await using var pieces = new Pieces(target);
        await content(pieces);
        pieces.End();
    }

    public static void End(Stream target) => WriteName(target, "");

    /// <summary>Name of the next entry; null at the end.</summary>
    public static string? ReadName(Stream source)
    {
        var length = ReadLength(source, NameMax);
        var bytes = new byte[length];
        source.ReadExactly(bytes);
        return length == 0 ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The bytes of the entry whose name was just read; to be read to their end.</summary>
    public static Stream Content(Stream source) => new Pieces(source);

    private static void WriteName(Stream target, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        WriteLength(target, bytes.Length);
        target.Write(bytes);
    }

    private static void WriteLength(Stream target, int length)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(head, length);
        target.Write(head);
    }

    private static int ReadLength(Stream source, int most)
    {
        Span<byte> head = stackalloc byte[4];
        source.ReadExactly(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        return length >= 0 && length <= most ? length : throw new InvalidDataException("The backup is damaged.");
    }

    private sealed class Pieces(Stream inner) : Stream
    {
        private int left;
        private bool ended;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (left == 0 && !ended)
            {
                left = ReadLength(inner, PieceMax);
                ended = left == 0;
            }

            if (ended)
            {
                return 0;
            }

            var part = inner.Read(buffer[..Math.Min(buffer.Length, left)]);
            left -= part;
            return part > 0 ? part : throw new InvalidDataException("The backup was cut off.");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (!buffer.IsEmpty)
            {
                var part = Math.Min(buffer.Length, PieceMax);
                WriteLength(inner, part);
                inner.Write(buffer[..part]);
                buffer = buffer[part..];
            }
        }

        public void End() => WriteLength(inner, 0);

        public override void Flush()
        {
            // Nothing is kept back.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
