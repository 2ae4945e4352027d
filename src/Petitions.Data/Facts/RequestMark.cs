using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Facts;

/// <summary>Writes the trace of the request beside each new fact and each reading, so that a line of the log and a line of the audit can be matched (security.md D4).</summary>
public sealed class RequestMark : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Activity.Current?.TraceId.ToHexString() is { } request)
        {
            foreach (var entry in eventData.Context!.ChangeTracker.Entries<FactRecord>().Where(entry => entry.State == EntityState.Added))
            {
                entry.Property(fact => fact.RequestId).CurrentValue = request;
            }

            foreach (var entry in eventData.Context.ChangeTracker.Entries<ReadRecord>().Where(entry => entry.State == EntityState.Added))
            {
                entry.Property(read => read.RequestId).CurrentValue = request;
            }
        }

        return ValueTask.FromResult(result);
    }
}
