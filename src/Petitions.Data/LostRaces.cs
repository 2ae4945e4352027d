using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Petitions.Data;

/// <summary>
/// A row that a unique index refuses was written by somebody else after it was looked for: a lost race like one over a
/// version, and told as one (409 or the form again, never 500).
/// </summary>
public sealed class LostRaces(IEngineInfo engine) : SaveChangesInterceptor
{
    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Translate(eventData.Exception);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Translate(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Translate(Exception error)
    {
        if (error is DbUpdateException { InnerException: DbException inner } lost and not DbUpdateConcurrencyException && engine.IsDuplicate(inner))
        {
            throw new DuplicateRowException(lost);
        }
    }
}
