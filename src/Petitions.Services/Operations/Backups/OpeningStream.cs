using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Petitions.Services.Operations.Backups;

/// <summary>Reads what <see cref="SealingStream"/> wrote; a file that was changed or cut off, or another key, throws before its bytes are given out.</summary>
public sealed class OpeningStream : Stream
{
    private readonly Stream source;
    private readonly SealedBlocks blocks;
    private byte[] block = [];
    private int given;
    private bool last;

    /// <exception cref="InvalidDataException">When the file is no backup.</exception>
    public OpeningStream(Stream source, byte[] key)
    {
        this.source = source;
        var magic = new byte[SealedBlocks.Magic.Length];
        var salt = new byte[SealedBlocks.SaltLength];
        if (source.ReadAtLeast(magic, magic.Length, false) < magic.Length || !magic.AsSpan().SequenceEqual(SealedBlocks.Magic) || source.ReadAtLeast(salt, salt.Length, false) < salt.Length)
        {
            throw new InvalidDataException("The file is no backup of this portal.");
        }

        blocks = new SealedBlocks(key, salt);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (given == block.Length)
        {
            if (last)
            {
                return 0;
            }

            ReadBlock();
        }

        var part = Math.Min(buffer.Length, block.Length - given);
        block.AsSpan(given, part).CopyTo(buffer);
        given += part;
        return part;
    }

    public override void Flush()
    {
        // Nothing is kept back.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            blocks.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ReadBlock()
    {
        Span<byte> head = stackalloc byte[5];
        Need(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < 0 or > SealedBlocks.BlockMax)
        {
            throw new InvalidDataException("The backup is damaged.");
        }

        var tag = new byte[SealedBlocks.TagLength];
        var cipher = new byte[length];
        Need(tag);
        Need(cipher);
        last = head[4] == 1;
        var plain = new byte[length];
        try
        {
            blocks.Open(cipher, tag, plain, last);
        }
        catch (CryptographicException wrong)
        {
            throw new InvalidDataException("The backup is damaged, or Backup:KeyFile is not the key it was made with.", wrong);
        }

        (block, given) = (plain, 0);
    }

    private void Need(Span<byte> bytes)
    {
        if (source.ReadAtLeast(bytes, bytes.Length, false) < bytes.Length)
        {
            throw new InvalidDataException("The backup was cut off.");
        }
    }
}
