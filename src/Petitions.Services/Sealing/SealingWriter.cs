using System.Security.Cryptography;

namespace Petitions.Services.Sealing;

/// <summary>Seals what is written to it. Only a stream that was finished can be opened again to its end.</summary>
internal sealed class SealingWriter : Stream
{
    private readonly Stream target;
    private readonly AesGcm aes;
    private readonly byte[] chunk = new byte[SealedFormat.ChunkLength];
    private readonly byte[] sealedChunk = new byte[SealedFormat.ChunkLength + SealedFormat.TagLength];
    private int filled;
    private uint number;

    public SealingWriter(Stream target, byte[] key)
    {
        this.target = target;
        aes = new AesGcm(key, SealedFormat.TagLength);
        target.Write(SealedFormat.Mark);
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
            // A full chunk waits until more comes: the last one is sealed as the last.
            if (filled == chunk.Length)
            {
                WriteChunk(last: false);
            }

            var part = Math.Min(buffer.Length, chunk.Length - filled);
            buffer[..part].CopyTo(chunk.AsSpan(filled));
            filled += part;
            buffer = buffer[part..];
        }
    }

    /// <summary>Writes the last chunk.</summary>
    public void Finish()
    {
        WriteChunk(last: true);
        target.Flush();
    }

    public override void Flush()
    {
        // Chunks are written when they are full.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteChunk(bool last)
    {
        SealedFormat.Seal(aes, number++, last, chunk.AsSpan(0, filled), sealedChunk);
        target.Write(sealedChunk.AsSpan(0, filled + SealedFormat.TagLength));
        filled = 0;
    }
}
