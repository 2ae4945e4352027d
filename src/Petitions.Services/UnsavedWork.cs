using Petitions.Data;

namespace Petitions.Services;

/// <summary>
/// What a refused verb left in the unit of work. A page that is shown again after a broken rule drops it first, so that
/// nothing half done is read, and nothing is saved by the read record of that page.
/// </summary>
public sealed class UnsavedWork(PetitionsDbContext db)
{
    public void Drop() => db.ChangeTracker.Clear();
}
