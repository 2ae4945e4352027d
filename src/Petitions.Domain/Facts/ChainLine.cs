namespace Petitions.Domain.Facts;

/// <summary>A line with its stored hash; the erasable texts only where the database is at hand.</summary>
public sealed record ChainLine(FactLine Line, byte[] Hash, IReadOnlyList<ClearValue>? Values = null)
{
    public int Seq => Line.Seq;

    /// <summary>Whether the stored hash is that of the line standing at a place after a hash.</summary>
    public bool Fits(int seq, byte[] previous) => (Line with { Seq = seq }).HashAfter(previous).AsSpan().SequenceEqual(Hash);
}
