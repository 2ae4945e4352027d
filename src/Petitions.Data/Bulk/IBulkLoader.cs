namespace Petitions.Data.Bulk;

/// <summary>
/// Brings finished rows into an installation's tables past the change tracker, as fast as the engine can. The rows are
/// entities as the domain made them; columns, names and conversions are those of the model, so a loaded row and a saved
/// one are alike.
/// </summary>
public interface IBulkLoader
{
    /// <summary>How many writers may work at once.</summary>
    int Writers { get; }

    /// <summary>Prepares the tables of these entities; what slows loading down is taken away until <see cref="EndAsync"/>.</summary>
    Task BeginAsync(PetitionsDbContext db, IReadOnlyCollection<Type> entities, CancellationToken ct);

    /// <summary>Writes the rows in one transaction.</summary>
    Task WriteAsync(PetitionsDbContext db, IReadOnlyCollection<object> rows, CancellationToken ct);

    /// <summary>Puts back what <see cref="BeginAsync"/> took away, also after a failure, and lets the engine look at its new size.</summary>
    Task EndAsync(PetitionsDbContext db, CancellationToken ct);
}
