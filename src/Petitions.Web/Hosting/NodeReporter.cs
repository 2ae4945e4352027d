using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Services.Operations;

namespace Petitions.Web.Hosting;

/// <summary>Reports this node every few seconds. A database that is away is no reason to stop, only to try again.</summary>
internal sealed partial class NodeReporter(IServiceScopeFactory scopes, IOptions<NodeOptions> options, IEngineInfo engine, ILogger<NodeReporter> logger) : BackgroundService
{
    private bool started;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (started)
        {
            await TryAsync((reports, ct) => reports.StoppedAsync(ct), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ReportSeconds == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.ReportSeconds), TimeProvider.System);
        try
        {
            do
            {
                started = await TryAsync((reports, ct) => started ? reports.ReportAsync(ct) : reports.StartedAsync(ct), stoppingToken) || started;
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Said by StopAsync.
        }
    }

    private async Task<bool> TryAsync(Func<NodeReports, CancellationToken, Task> act, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<NodeReports>(), ct);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotReported(DatabaseAway.Is(error, engine) ? "the database is away" : error.GetBaseException().GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node could not report itself: {Reason}.")]
    private partial void LogNotReported(string reason);
}
