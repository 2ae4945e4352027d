using System.Security.Cryptography;

namespace Petitions.Services.Sealing;

/// <summary>Opens a sealed file while it is read; not one byte leaves before its chunk is proven.</summary>
internal sealed class OpeningStream : ReadOnlyStream
{
    private const int StoredChunk = SealedFormat.ChunkLength + SealedFormat.TagLength;
    private readonly Stream source;
    private readonly AesGcm aes;
    private readonly byte[] plain = new byte[SealedFormat.ChunkLength];
    private byte[] chunk = new byte[StoredChunk];
    private byte[] next = new byte[StoredChunk];
    private ReadOnlyMemory<byte> ready;
    private int nextLength;
    private uint number;
    private bool started;
    private bool ended;

    public OpeningStream(Stream source, byte[] key)
    {
        this.source = source;
        aes = new AesGcm(key, SealedFormat.TagLength);
    }

    /// <exception cref="CryptographicException">When the file was changed or cut short.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (ready.IsEmpty && !ended)
        {
            await FillAsync(cancellationToken);
        }

        var length = Math.Min(buffer.Length, ready.Length);
        ready[..length].CopyTo(buffer);
        ready = ready[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        aes.Dispose();
        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (!started)
        {
            started = true;
            var mark = new byte[SealedFormat.Mark.Length];
            if (await source.ReadAtLeastAsync(mark, mark.Length, throwOnEndOfStream: false, ct) < mark.Length || !SealedFormat.Mark.SequenceEqual(mark))
            {
                throw new CryptographicException("Not a sealed file.");
            }

            nextLength = await source.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
        }

        (chunk, next) = (next, chunk);
        var length = nextLength;
        nextLength = length < chunk.Length ? 0 : await source.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
        ended = nextLength == 0;
        SealedFormat.Open(aes, number++, ended, chunk.AsSpan(0, length), plain);
        ready = plain.AsMemory(0, length - SealedFormat.TagLength);
    }
}
