using Microsoft.Extensions.Options;

namespace Petitions.Web.Hosting;

/// <summary>
/// Between "stop" and closing the doors: the reverse proxy needs a moment to see that the node is not ready, and what it
/// sends until then is still answered.
/// </summary>
internal sealed class Drain(IOptions<NodeOptions> node, IHostEnvironment environment) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(NodeSetup.DrainTime(node.Value, environment), cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
