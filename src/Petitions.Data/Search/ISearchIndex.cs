using Petitions.Domain.Search;

namespace Petitions.Data.Search;

/// <summary>
/// The full-text index of matters, one for each engine. It knows no rights: whatever it finds is read through
/// <c>VisibleTo(actor)</c> before anybody sees it, and what it counts is shown to nobody.
/// </summary>
public interface ISearchIndex
{
    /// <summary>The newest matters that hold all phrases, exactly; newest first.</summary>
    Task<SearchBatch> FindAsync(PetitionsDbContext db, SearchQuery query, SearchSpan span, int take, CancellationToken ct);

    /// <summary>Takes the indexer's turn until the end of the running transaction; false while another node has it.</summary>
    Task<bool> TryTurnAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>Takes the matters' rows out and puts the given ones in, in the running transaction. PostgreSQL copies them in bulk.</summary>
    Task ReplaceAsync(PetitionsDbContext db, IReadOnlyCollection<Guid> matters, IReadOnlyList<SearchRow> rows, CancellationToken ct);

    /// <summary>What is better done after a batch than in it.</summary>
    Task TidyAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>Removes what a deleted row leaves behind in the index itself (security.md D5). PostgreSQL: only the owner of the table may, and outside a transaction.</summary>
    Task PurgeAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>Empties the index for a whole new filling, without the structures that make each row dear. Needs the owner's role.</summary>
    Task BeginRebuildAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>Makes what <see cref="BeginRebuildAsync"/> took away.</summary>
    Task EndRebuildAsync(PetitionsDbContext db, CancellationToken ct);
}
