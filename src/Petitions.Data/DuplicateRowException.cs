using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Petitions.Data;

/// <summary>Somebody else wrote the row that this unit of work wanted to add.</summary>
public sealed class DuplicateRowException(DbUpdateException lost) : DbUpdateConcurrencyException(lost.Message, lost)
{
    public override IReadOnlyList<EntityEntry> Entries => lost.Entries;
}
