using System.Security.Cryptography;

namespace Petitions.Services.Sealing;

/// <summary>Seals while it is read, 64 KB at a time, and counts and hashes the plain bytes on the way.</summary>
internal sealed class SealingStream : ReadOnlyStream
{
    private readonly Stream source;
    private readonly AesGcm aes;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] sealedChunk = new byte[SealedFormat.ChunkLength + SealedFormat.TagLength];
    private byte[] chunk = new byte[SealedFormat.ChunkLength];
    private byte[] next = new byte[SealedFormat.ChunkLength];
    private ReadOnlyMemory<byte> ready;
    private int nextLength;
    private uint number;
    private bool started;
    private bool ended;

    public SealingStream(Stream source, byte[] key)
    {
        this.source = source;
        aes = new AesGcm(key, SealedFormat.TagLength);
    }

    public long PlainLength { get; private set; }

    /// <summary>Lower-case hexadecimal; whole once the stream is read to its end.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (ready.IsEmpty && !ended)
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
        aes.Dispose();
        hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (!started)
        {
            started = true;
            nextLength = await source.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
            ready = SealedFormat.Mark.ToArray();
            return;
        }

        // One chunk ahead: only the next one tells whether this is the last.
        (chunk, next) = (next, chunk);
        var length = nextLength;
        nextLength = length < chunk.Length ? 0 : await source.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, ct);
        ended = nextLength == 0;
        hash.AppendData(chunk, 0, length);
        PlainLength += length;
        SealedFormat.Seal(aes, number++, ended, chunk.AsSpan(0, length), sealedChunk);
        ready = sealedChunk.AsMemory(0, length + SealedFormat.TagLength);
    }
}
