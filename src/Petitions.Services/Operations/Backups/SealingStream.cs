using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Petitions.Services.Operations.Backups;

/// <summary>Seals what is written to it. Only a stream that was finished can be opened again.</summary>
public sealed class SealingStream : Stream
{
    private readonly Stream target;
    private readonly SealedBlocks blocks;
    private readonly byte[] block = new byte[SealedBlocks.BlockMax];
    private int filled;

    public SealingStream(Stream target, byte[] key)
    {
        this.target = target;
        var salt = RandomNumberGenerator.GetBytes(SealedBlocks.SaltLength);
        blocks = new SealedBlocks(key, salt);
        target.Write(SealedBlocks.Magic);
        target.Write(salt);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (filled == block.Length)
            {
                WriteBlock(last: false);
            }

            var part = Math.Min(buffer.Length, block.Length - filled);
            buffer[..part].CopyTo(block.AsSpan(filled));
            filled += part;
            buffer = buffer[part..];
        }
    }

    /// <summary>Writes the last block.</summary>
    public void Finish()
    {
        WriteBlock(last: true);
        target.Flush();
    }

    public override void Flush()
    {
        // Blocks are written when they are full.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            blocks.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteBlock(bool last)
    {
        var cipher = new byte[filled];
        var tag = new byte[SealedBlocks.TagLength];
        blocks.Seal(block.AsSpan(0, filled), cipher, tag, last);
        Span<byte> head = stackalloc byte[5];
        BinaryPrimitives.WriteInt32BigEndian(head, filled);
        head[4] = last ? (byte)1 : (byte)0;
        target.Write(head);
        target.Write(tag);
        target.Write(cipher);
        filled = 0;
    }
}
