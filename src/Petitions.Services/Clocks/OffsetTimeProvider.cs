using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Clocks;

/// <summary>
/// The clock of a Development installation: real time plus an offset that all nodes read from the database, at most a
/// second late. Timers and elapsed time stay real.
/// </summary>
public sealed class OffsetTimeProvider(IServiceScopeFactory scopes) : TimeProvider
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);
    private volatile Reading? reading;

    public TimeSpan Offset => Read().Offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Moves the clock of every node; zero resets it.</summary>
    public async Task MoveToAsync(TimeSpan offset, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var row = await db.ClockOffsets.SingleOrDefaultAsync(ct);
        if (row is null)
        {
            row = ClockOffset.None();
            db.ClockOffsets.Add(row);
        }

        row.MoveTo(offset);
        await db.SaveChangesAsync(ct);
        reading = null;
    }

    private Reading Read()
    {
        var now = System.GetTimestamp();
        if (reading is { } fresh && System.GetElapsedTime(fresh.At, now) < Life)
        {
            return fresh;
        }

        using var scope = scopes.CreateScope();
        long seconds;
        try
        {
            seconds = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().ClockOffsets.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Seconds).FirstOrDefault();
        }
        catch (Exception away) when (away is DbException or InvalidOperationException { InnerException: DbException })
        {
            // The database is away, or before the first migration there is no such table.
            seconds = (long)(reading?.Offset ?? TimeSpan.Zero).TotalSeconds;
        }

        return reading = new Reading(TimeSpan.FromSeconds(seconds), now);
    }

    private sealed record Reading(TimeSpan Offset, long At);
}
