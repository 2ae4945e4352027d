using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Clocks;
using Petitions.Domain.Operations;

namespace Petitions.Services.Operations;

/// <summary>
/// Counts what one asker uses of a limit on all nodes together (security.md A11, C8). A node takes a twentieth of the
/// limit at a time, so that a busy address does not cost a write for each request; together the nodes never let through
/// more than the limit in a minute, the rest of the minute before counted in.
/// </summary>
public sealed class SharedLimits(IServiceScopeFactory scopes, ColumnProtector protector, RealClock clock)
{
    private const int Share = 20;
    private const int Tries = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public async Task<LimitGrant> TakeAsync(string policy, string asker, int limit, CancellationToken ct)
    {
        var subject = protector.BlindIndex($"limit/{policy}", asker);
        for (var left = Tries; left > 0; left--)
        {
            var now = clock.UtcNow;
            var minute = MinuteOf(now);
            var past = (now.Ticks % TimeSpan.TicksPerMinute) / (double)TimeSpan.TicksPerMinute;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
            var used = await db.LimitCounts.AsNoTracking().Where(c => c.Policy == policy && c.Subject == subject && c.Minute >= minute - 1)
                .ToDictionaryAsync(c => c.Minute, c => c.Used, ct);
            var allowed = limit - (int)Math.Ceiling(used.GetValueOrDefault(minute - 1) * (1 - past));
            var wanted = Math.Min(Math.Max(limit / Share, 1), allowed - used.GetValueOrDefault(minute));
            if (wanted <= 0)
            {
                return new LimitGrant(0, minute, TimeSpan.FromMinutes(1 - past));
            }

            if (await AddAsync(db, policy, subject, minute, wanted, allowed, used.ContainsKey(minute), ct))
            {
                return new LimitGrant(wanted, minute, TimeSpan.Zero);
            }
        }

        return new LimitGrant(0, MinuteOf(clock.UtcNow), TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Takes an amount from what one asker has for the legal day, on all nodes together. The row stands under the minute
    /// that ends the day, so that the purge leaves it until then; the digest changes with the day, so that two days of one
    /// asker cannot be told to be his.
    /// </summary>
    /// <returns>Whether it was left; nothing is taken otherwise.</returns>
    public async Task<bool> SpendTodayAsync(string policy, string asker, int amount, int most, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.UtcNow);
        var subject = protector.BlindIndex($"limit/{policy}/{today:yyyyMMdd}", asker);
        var end = MinuteOf(ChinaTime.EndOfDayUtc(today));
        for (var left = Tries; left > 0 && amount <= most; left--)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
            var there = await db.LimitCounts.AsNoTracking().AnyAsync(c => c.Policy == policy && c.Subject == subject && c.Minute == end, ct);
            if (await AddAsync(db, policy, subject, end, amount, most, there, ct))
            {
                return true;
            }

            if (there)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Forgets what no window counts any more. A job calls it.</summary>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        var before = MinuteOf(clock.UtcNow - Kept);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().LimitCounts.Where(c => c.Minute < before).ExecuteDeleteAsync(ct);
    }

    public static long MinuteOf(DateTime now) => now.Ticks / TimeSpan.TicksPerMinute;

    private static async Task<bool> AddAsync(PetitionsDbContext db, string policy, byte[] subject, long minute, int wanted, int allowed, bool there, CancellationToken ct)
    {
        if (there)
        {
            var most = allowed - wanted;
            return await db.LimitCounts.Where(c => c.Policy == policy && c.Subject == subject && c.Minute == minute && c.Used <= most)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Used, c => c.Used + wanted), ct) == 1;
        }

        db.LimitCounts.Add(LimitCount.Of(policy, subject, minute, wanted));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DuplicateRowException)
        {
            // Another node, or another request here, made the row first.
            return false;
        }
    }
}
