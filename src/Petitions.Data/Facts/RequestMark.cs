using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Facts;

/// <summary>Writes the trace of the request beside each new fact and each reading, so that a line of the log and a line of the audit can be matched (security.md D4).</summary>
internal static class RequestMark
{
    public static void Write(DbContext db)
    {
        if (Activity.Current?.TraceId.ToHexString() is { } request)
        {
            foreach (var entry in db.ChangeTracker.Entries<FactRecord>().Where(entry => entry.State == EntityState.Added))
            {
                entry.Property(fact => fact.RequestId).CurrentValue = request;
            }

            foreach (var entry in db.ChangeTracker.Entries<ReadRecord>().Where(entry => entry.State == EntityState.Added))
            {
                entry.Property(read => read.RequestId).CurrentValue = request;
            }
        }
    }
}
