using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Petitions.Data;
using Petitions.Services.Jobs;
using Petitions.Services.Operations;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Operations;

/// <summary>security.md A11, A13: a job runs once in its period, whoever asks; again after a failure; never by a node whose clock is wrong.</summary>
public sealed class JobTurnTests : PetitionsTest
{
    private TimeProvider real = TimeProvider.System;
    private int ran;

    protected override void More(IServiceCollection collection)
    {
        collection.RemoveAll<RealClock>();
        collection.AddSingleton(_ => new RealClock(real));
    }

    [Fact]
    public async Task Run_ByTenAtOnce_RunsOnceADay()
    {
        var job = Daily((_, _, _) => Count());

        var turns = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RunAsync(job)));

        Assert.Equal(1, ran);
        Assert.Single(turns, turn => turn == JobTurn.Ours);
        Assert.Equal(JobTurn.Taken, await RunAsync(job));
        var slot = await QueryAsync(db => db.JobSlots.SingleAsync(s => s.Job == job.Name));
        Assert.NotNull(slot.FinishedAt);
        Assert.Null(slot.Error);
    }

    [Fact]
    public async Task Run_AfterAFailure_RunsAgain_AndKeepsNoWords()
    {
        var fails = true;
        var job = Daily(async (_, _, _) =>
        {
            await Count();
            if (fails)
            {
                throw new InvalidOperationException("张三 13800001111");
            }
        });

        await RunAsync(job);
        Assert.Equal(nameof(InvalidOperationException), (await QueryAsync(db => db.JobSlots.SingleAsync(s => s.Job == job.Name))).Error);
        fails = false;
        await RunAsync(job);
        await RunAsync(job);

        Assert.Equal(2, ran);
        Assert.Null((await QueryAsync(db => db.JobSlots.SingleAsync(s => s.Job == job.Name))).Error);
    }

    [Fact]
    public async Task Run_ToldToStop_IsLeftToTheNextTurn()
    {
        using var stop = new CancellationTokenSource();
        var job = Daily(async (_, _, ct) =>
        {
            await Count();
            if (ran == 1)
            {
                await stop.CancelAsync();
                ct.ThrowIfCancellationRequested();
            }
        });

        Assert.Equal(JobTurn.Ours, await Shell().RunAsync(job, stop.Token));
        Assert.Equal(JobShell.Stopped, (await QueryAsync(db => db.JobSlots.SingleAsync(s => s.Job == job.Name))).Error);
        await RunAsync(job);

        Assert.Equal(2, ran);
    }

    [Theory]
    [InlineData(90 * 24 * 3600)]
    [InlineData(-2 * 24 * 3600)]
    [InlineData(3)]
    public async Task Run_OnANodeWithAWrongClock_IsRefused_AndTheNodeSaysSo(int seconds)
    {
        var wrongBy = TimeSpan.FromSeconds(seconds);
        real = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + wrongBy);

        Assert.Equal(JobTurn.WrongClock, await RunAsync(Daily((_, _, _) => Count())));
        await RunAsync<NodeReports>(reports => reports.ReportAsync(default));

        Assert.Equal(0, ran);
        var node = await QueryAsync(db => db.PortalNodes.SingleAsync());
        Assert.True(node.HasWrongClock);
        Assert.InRange(Math.Abs(node.ClockDifference - (seconds * 1000L)), 0, 60_000);
        Assert.InRange((TimeProvider.System.GetUtcNow().UtcDateTime - node.SeenAt).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Report_WithARightClock_ShowsTheNode_AndItsStop()
    {
        await RunAsync<NodeReports>(reports => reports.StartedAsync(default));
        await RunAsync<NodeReports>(reports => reports.ReportAsync(default));
        var up = await QueryAsync(db => db.PortalNodes.SingleAsync());
        await RunAsync<NodeReports>(reports => reports.StoppedAsync(default));
        var down = await QueryAsync(db => db.PortalNodes.SingleAsync());

        Assert.False(up.HasWrongClock);
        Assert.True(up.IsUp(up.SeenAt.AddSeconds(59)));
        Assert.False(up.IsUp(up.SeenAt.AddMinutes(2)));
        Assert.False(down.IsUp(down.SeenAt));
    }

    private PortalJob Daily(Func<IServiceProvider, DateTime, CancellationToken, Task> work) => new("test-daily", "A test.", JobRhythm.Daily, work);

    private Task<JobTurn> RunAsync(PortalJob job) => Shell().RunAsync(job, default);

    private JobShell Shell() => new(Services.GetRequiredService<IServiceScopeFactory>(), Clock, NullLogger<JobShell>.Instance);

    private Task Count()
    {
        Interlocked.Increment(ref ran);
        return Task.CompletedTask;
    }
}
