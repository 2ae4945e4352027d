using Petitions.Data;

namespace Petitions.Services.Operations;

/// <summary>Compares this node's clock with the database's (security.md A13).</summary>
public sealed class DatabaseClock(PetitionsDbContext db, IEngineInfo engine, RealClock clock)
{
    public async Task<ClockReading> ReadAsync(CancellationToken ct)
    {
        var before = clock.UtcNow;
        var there = await engine.NowAsync(db, ct);
        var after = clock.UtcNow;
        // Somewhere between the two readings: what lies between them proves nothing.
        var difference = before > there ? before - there : after < there ? after - there : TimeSpan.Zero;
        return new ClockReading(there, difference);
    }
}
