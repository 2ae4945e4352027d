using Petitions.Data;
using Petitions.Data.Live;

namespace Petitions.Web.Live;

/// <summary>Hears what this and the other nodes say, for as long as this one runs; tries again when the database was away.</summary>
internal sealed partial class LiveListener(IServiceScopeFactory scopes, IEngineInfo engine, LiveHub hub, LiveChanges changes, ILogger<LiveListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await engine.Live.ListenAsync(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>(), hub.Up, Hear, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Told to stop.
            }
            catch (Exception error)
            {
                LogDeaf(DatabaseAway.Is(error, engine) ? "the database is away" : error.GetBaseException().GetType().Name);
            }

            hub.Down();
            if (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>What was kept of the hall is forgotten before its pages ask.</summary>
    private void Hear(Guid topic)
    {
        changes.Say(topic);
        hub.Say(topic);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node does not hear changes of other nodes now: {Reason}. Its pages ask by themselves.")]
    private partial void LogDeaf(string reason);
}
