using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Petitions.Services.Operations;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Operations;

/// <summary>security.md A11, C8: however many nodes ask, together they get no more than the limit; the address is not stored.</summary>
public sealed class SharedLimitTests : PetitionsTest
{
    private readonly FakeTimeProvider real = new(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));

    protected override void More(IServiceCollection collection)
    {
        collection.RemoveAll<RealClock>();
        collection.AddSingleton(new RealClock(real));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public async Task Take_ByManyAtOnce_NeverExceedsTheLimit(int limit)
    {
        var grants = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DrainAsync("submit", "10.0.0.1", limit)));

        Assert.Equal(limit, grants.Sum());
        var refused = await TakeAsync("submit", "10.0.0.1", limit);
        Assert.Equal(0, refused.Permits);
        Assert.True(refused.Wait > TimeSpan.Zero);
    }

    [Fact]
    public async Task Take_OfAnotherAddressOrPolicy_IsCountedApart()
    {
        await DrainAsync("submit", "10.0.0.1", 2);

        Assert.Equal(1, (await TakeAsync("submit", "10.0.0.2", 2)).Permits);
        Assert.Equal(1, (await TakeAsync("query", "10.0.0.1", 2)).Permits);
        Assert.DoesNotContain(await QueryAsync(db => db.LimitCounts.Select(c => c.Subject).ToListAsync()), subject => System.Text.Encoding.UTF8.GetString(subject).Contains("10.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Take_AfterTheMinute_ComesBackGradually()
    {
        Assert.Equal(60, await DrainAsync("submit", "10.0.0.1", 60));

        real.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, await DrainAsync("submit", "10.0.0.1", 60));
        real.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(30, await DrainAsync("submit", "10.0.0.1", 60));
        real.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(60, await DrainAsync("submit", "10.0.0.1", 60));
    }

    /// <summary>A day's sum of bytes (security.md C3): on all nodes together, until midnight in China, and no longer.</summary>
    [Fact]
    public async Task SpendToday_ByManyAtOnce_NeverExceedsTheDay_AndBeginsAnewAtMidnight()
    {
        Task<bool> Spend(string asker, int amount) => RunAsync<SharedLimits, bool>(limits => limits.SpendTodayAsync("kilobytes", asker, amount, 10, default));

        var spent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Spend("10.0.0.1", 3)));

        Assert.Equal(3, spent.Count(each => each));
        Assert.False(await Spend("10.0.0.1", 2));
        Assert.True(await Spend("10.0.0.1", 1));
        Assert.False(await Spend("10.0.0.2", 11));
        Assert.True(await Spend("10.0.0.2", 10));
        real.Advance(TimeSpan.FromHours(15));
        await RunAsync<SharedLimits>(limits => limits.PurgeAsync(default));
        Assert.False(await Spend("10.0.0.1", 1));
        real.Advance(TimeSpan.FromHours(1));
        Assert.True(await Spend("10.0.0.1", 10));
        real.Advance(TimeSpan.FromMinutes(11));
        await RunAsync<SharedLimits>(limits => limits.PurgeAsync(default));
        Assert.Equal(1, await QueryAsync(db => db.LimitCounts.CountAsync()));
    }

    [Fact]
    public async Task Purge_ForgetsOldMinutes()
    {
        await DrainAsync("submit", "10.0.0.1", 2);
        real.Advance(TimeSpan.FromMinutes(20));

        await Services.GetRequiredService<SharedLimits>().PurgeAsync(default);

        Assert.Empty(await QueryAsync(db => db.LimitCounts.ToListAsync()));
    }

    private async Task<int> DrainAsync(string policy, string asker, int limit)
    {
        var all = 0;
        while (await TakeAsync(policy, asker, limit) is { Permits: > 0 } grant)
        {
            all += grant.Permits;
        }

        return all;
    }

    private async Task<LimitGrant> TakeAsync(string policy, string asker, int limit)
    {
        LimitGrant grant;
        do
        {
            grant = await Services.GetRequiredService<SharedLimits>().TakeAsync(policy, asker, limit, default);
        }
        // Lost every race: not the limit, only the moment.
        while (grant.Permits == 0 && grant.Wait == TimeSpan.FromSeconds(1));

        return grant;
    }
}
