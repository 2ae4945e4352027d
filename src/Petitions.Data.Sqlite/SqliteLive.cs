using Petitions.Data.Live;

namespace Petitions.Data.Sqlite;

/// <summary>The embedded engine has one node: whoever listens is in this process.</summary>
internal sealed class SqliteLive : ILiveChannel
{
    private event Action<Guid>? Said;

    public Task SayAsync(PetitionsDbContext db, IReadOnlyCollection<Guid> topics, CancellationToken ct)
    {
        foreach (var topic in topics)
        {
            Said?.Invoke(topic);
        }

        return Task.CompletedTask;
    }

    public async Task ListenAsync(PetitionsDbContext db, Action listening, Action<Guid> heard, CancellationToken ct)
    {
        Said += heard;
        try
        {
            listening();
            await Task.Delay(Timeout.Infinite, ct);
        }
        finally
        {
            Said -= heard;
        }
    }
}
