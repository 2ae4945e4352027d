using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Petitions.Services.Jobs;

/// <summary>What the scheduler starts: the job whose name is the key. A failure is logged and tried at the next turn.</summary>
[DisallowConcurrentExecution]
public sealed partial class JobShell(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobShell> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        try
        {
            await JobCatalog.Find(name)!.RunAsync(scopes, clock.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed.")]
    private partial void LogFailed(Exception error, string job);
}
