using System.Threading.RateLimiting;
using Petitions.Data;
using Petitions.Services.Operations;

namespace Petitions.Web.Hosting;

/// <summary>
/// One asker's limit on all nodes: uses up what this node took from the shared count, then takes more. While the
/// database is away the node counts for itself: a limit must not be what fails.
/// </summary>
internal sealed class SharedLimiter(SharedLimits limits, IEngineInfo engine, string policy, string asker, int limit) : RateLimiter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);
    private static readonly RateLimitLease Yes = new Lease(true, null);
    private static readonly RateLimitLease AskFirst = new Lease(false, null);
    private readonly SemaphoreSlim asking = new(1, 1);
    private readonly Lock gate = new();
    private readonly SlidingWindowRateLimiter own = new(new SlidingWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    private int permits;
    private long minute;
    private long usedAt = TimeProvider.System.GetTimestamp();
    private long failedAt;

    /// <summary>Kept for a minute after the last request: permits thrown away would count as used.</summary>
    public override TimeSpan? IdleDuration =>
        TimeProvider.System.GetElapsedTime(Volatile.Read(ref usedAt)) - TimeSpan.FromMinutes(1) is { Ticks: > 0 } idle ? idle : null;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        Volatile.Write(ref usedAt, TimeProvider.System.GetTimestamp());
        lock (gate)
        {
            if (permits >= permitCount && minute == Now)
            {
                permits -= permitCount;
                return Yes;
            }
        }

        return AskFirst;
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (AttemptAcquireCore(permitCount) is { IsAcquired: true } there)
            {
                return there;
            }

            if (failedAt != 0 && TimeProvider.System.GetElapsedTime(failedAt) < Apart)
            {
                return own.AttemptAcquire(permitCount);
            }

            return await AskAsync(permitCount, cancellationToken);
        }
        finally
        {
            asking.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            own.Dispose();
            asking.Dispose();
        }
    }

    private static long Now => SharedLimits.MinuteOf(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task<RateLimitLease> AskAsync(int permitCount, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var grant = await limits.TakeAsync(policy, asker, limit, patience.Token);
            failedAt = 0;
            lock (gate)
            {
                (permits, minute) = (grant.Permits, grant.Minute);
                if (permits < permitCount)
                {
                    return new Lease(false, grant.Wait);
                }

                permits -= permitCount;
                return Yes;
            }
        }
        catch (Exception away) when (!ct.IsCancellationRequested && (away is OperationCanceledException || DatabaseAway.Is(away, engine)))
        {
            failedAt = TimeProvider.System.GetTimestamp();
            return own.AttemptAcquire(permitCount);
        }
    }

    private sealed class Lease(bool acquired, TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = wait;
            return wait is not null && metadataName == MetadataName.RetryAfter.Name;
        }
    }
}
