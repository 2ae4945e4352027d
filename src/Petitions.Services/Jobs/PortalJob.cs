using Microsoft.Extensions.DependencyInjection;

namespace Petitions.Services.Jobs;

/// <summary>Work the portal does by itself. Safe to run twice and on two nodes.</summary>
/// <param name="Name">Name at <c>jobs run</c>.</param>
/// <param name="Description">One sentence for <c>--help</c>.</param>
/// <param name="Rhythm">When the scheduler runs it.</param>
/// <param name="Work">What it does in a scope, as of a moment.</param>
public sealed record PortalJob(string Name, string Description, JobRhythm Rhythm, Func<IServiceProvider, DateTime, CancellationToken, Task> Work)
{
    /// <summary>Runs in a scope of its own.</summary>
    public async Task RunAsync(IServiceScopeFactory scopes, DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Work(scope.ServiceProvider, now, ct);
    }
}
