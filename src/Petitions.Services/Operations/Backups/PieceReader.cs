using Petitions.Services.Sealing;

namespace Petitions.Services.Operations.Backups;

/// <summary>The bytes of one entry of a backup.</summary>
internal sealed class PieceReader(Stream inner) : ReadOnlyStream
{
    private int left;
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (left == 0 && !ended)
        {
            left = await BackupEntries.ReadLengthAsync(inner, BackupEntries.PieceMax, cancellationToken);
            ended = left == 0;
        }

        if (ended)
        {
            return 0;
        }

        var part = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken);
        left -= part;
        return part > 0 ? part : throw new InvalidDataException("The backup was cut off.");
    }
}
