namespace Petitions.Services.Jobs;

/// <summary>Work the portal does by itself. Safe to run twice and on two nodes.</summary>
/// <param name="Name">Name at <c>jobs run</c>.</param>
/// <param name="Description">One sentence for <c>--help</c>.</param>
/// <param name="Rhythm">When the scheduler runs it.</param>
/// <param name="RunAsync">Runs it in a scope, as of a moment.</param>
public sealed record PortalJob(string Name, string Description, JobRhythm Rhythm, Func<IServiceProvider, DateTime, CancellationToken, Task> RunAsync);
