using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Petitions.Data.Sqlite;

/// <summary>
/// SQLite stamps <c>recorded_at</c> with the process' own clock, so a wrong one would write a wrong history that nobody
/// could tell from a right one. Facts are refused while it differs from the clock of the file by more than 2 s
/// (security.md A13, D1); looked at once a second at most.
/// </summary>
internal static class SqliteClockGuard
{
    private const int ReadOnly = 8;
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, long> Good = new();

    /// <exception cref="SqliteException">Read-only (8), when the clocks differ.</exception>
    public static async Task CheckAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var file = db.Database.GetConnectionString()!;
        if (Good.TryGetValue(file, out var seen) && TimeProvider.System.GetElapsedTime(seen) < Fresh)
        {
            return;
        }

        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        var there = await SqliteEngine.FileClockAsync(db, ct);
        var after = TimeProvider.System.GetUtcNow().UtcDateTime;
        if (there < before - Tolerance || there > after + Tolerance)
        {
            throw new SqliteException("The clock of this process differs from the file's: no history is written until it is set right.", ReadOnly);
        }

        Good[file] = TimeProvider.System.GetTimestamp();
    }
}
