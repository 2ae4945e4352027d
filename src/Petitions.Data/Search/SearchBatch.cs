namespace Petitions.Data.Search;

/// <summary>What an index found.</summary>
/// <param name="Hits">Newest first.</param>
/// <param name="IsAll">Nothing older holds the phrases.</param>
/// <param name="BackTo">The search stopped here, because it took too long or only walks the newest; null when it did not stop.</param>
public sealed record SearchBatch(IReadOnlyList<SearchHit> Hits, bool IsAll, DateTime? BackTo = null)
{
    /// <summary>How many of the newest matters are walked for a single Chinese character.</summary>
    public const int WalkRows = 1_000;
}
