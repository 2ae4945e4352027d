namespace Petitions.Services.Operations.Backups;

/// <summary>Cuts the bytes of one entry of a backup into pieces that say their length.</summary>
internal sealed class PieceWriter(Stream inner) : Stream
{
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
            var part = Math.Min(buffer.Length, BackupEntries.PieceMax);
            BackupEntries.WriteLength(inner, part);
            inner.Write(buffer[..part]);
            buffer = buffer[part..];
        }
    }

    public void End() => BackupEntries.WriteLength(inner, 0);

    public override void Flush()
    {
        // Nothing is kept back.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
