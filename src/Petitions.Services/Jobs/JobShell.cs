using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Petitions.Services.Operations;
using Quartz;

namespace Petitions.Services.Jobs;

/// <summary>
/// What the scheduler starts: the job whose name is the key, when this node gets it for the period (security.md A11). A
/// failure is logged and tried at the next turn.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class JobShell(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobShell> logger) : IJob
{
    /// <summary>Named in the row of a job that a stopping node left: the next turn takes it up.</summary>
    public const string Stopped = "Stopped";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // A stored schedule may still know a job that a newer release has given up.
        if (JobCatalog.Find(context.JobDetail.Key.Name) is { } job)
        {
            await RunAsync(job, cancellationToken);
        }
    }

    /// <summary>Runs the job if this node gets it; the token ends it at the next safe point.</summary>
    public async Task<JobTurn> RunAsync(PortalJob job, CancellationToken ct)
    {
        var turn = JobTurn.Taken;
        string? error = Stopped;
        try
        {
            turn = await WithLedgerAsync(ledger => ledger.TakeAsync(job, ct));
            if (turn == JobTurn.Ours)
            {
                await job.RunAsync(scopes, clock.GetUtcNow().UtcDateTime, ct);
                error = null;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(failure, job.Name);
            error = failure.GetBaseException().GetType().Name;
        }
        catch (OperationCanceledException)
        {
            // Stopped at a safe point; said below.
        }

        if (turn == JobTurn.Ours)
        {
            await FinishAsync(job, error);
        }

        return turn;
    }

    private async Task FinishAsync(PortalJob job, string? error)
    {
        try
        {
            // Also while stopping: the other nodes need not wait for a run that is over.
            await WithLedgerAsync(async ledger =>
            {
                await ledger.FinishAsync(job, error, CancellationToken.None);
                return true;
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, job.Name);
        }
    }

    private async Task<T> WithLedgerAsync<T>(Func<JobLedger, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<JobLedger>());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed.")]
    private partial void LogFailed(Exception error, string job);
}
