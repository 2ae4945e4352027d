using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>
/// Slows guessing down and locks nobody out (security.md B9): from the sixth failure within 15 minutes each further try
/// waits twice as long, per account and per address, on all nodes. Known and unknown accounts are treated alike.
/// </summary>
public sealed class SlowDown(PetitionsDbContext db, ColumnProtector protector, RealClock clock)
{
    private const int Free = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait before the next try; zero when none is needed.</summary>
    public async Task<TimeSpan> WaitAsync(string kind, string name, string? address, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var since = now - Window;
        var longest = TimeSpan.Zero;
        foreach (var subject in Subjects(kind, name, address))
        {
            var tries = await db.SignInFailures.AsNoTracking().Where(failure => failure.Subject == subject && failure.At > since)
                .GroupBy(_ => 1).Select(group => new { Count = group.Count(), Last = group.Max(failure => failure.At) }).SingleOrDefaultAsync(ct);
            if (tries is null || tries.Count <= Free)
            {
                continue;
            }

            var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tries.Count - Free), Longest.TotalSeconds));
            var left = tries.Last + pause - now;
            longest = left > longest ? left : longest;
        }

        return longest;
    }

    /// <exception cref="SlowedDownException">When the next try has to wait.</exception>
    public async Task RequireAsync(string kind, string name, CancellationToken ct)
    {
        if (await WaitAsync(kind, name, null, ct) is { Ticks: > 0 } wait)
        {
            throw new SlowedDownException(wait);
        }
    }

    public async Task FailedAsync(string kind, string name, string? address, CancellationToken ct)
    {
        var now = clock.UtcNow;
        db.SignInFailures.AddRange(Subjects(kind, name, address).Select(subject => SignInFailure.Of(subject, now)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Forgets what is older than the window. A job calls it.</summary>
    public Task<int> PurgeAsync(CancellationToken ct)
    {
        var since = clock.UtcNow - Window;
        return db.SignInFailures.Where(failure => failure.At < since).ExecuteDeleteAsync(ct);
    }

    private IEnumerable<byte[]> Subjects(string kind, string name, string? address)
    {
        yield return protector.BlindIndex($"slow/{kind}/name", name.Trim().ToUpperInvariant());
        if (address is not null)
        {
            yield return protector.BlindIndex($"slow/{kind}/address", address);
        }
    }
}
