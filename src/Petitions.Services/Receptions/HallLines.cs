using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Live;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>
/// The line of each hall, read once after a change for all who ask: 500 waiting phones ask within a second of every call.
/// Forgotten when the hall is said to have changed, and after two seconds should that word be lost.
/// </summary>
public sealed class HallLines
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, Kept> kept = [];
    private readonly IServiceScopeFactory scopes;

    public HallLines(IServiceScopeFactory scopes, LiveChanges changes)
    {
        this.scopes = scopes;
        changes.Changed += topic => kept.TryRemove(topic, out _);
    }

    public Task<HallLine> OfAsync(Guid servicePointId, DateOnly day, CancellationToken ct)
    {
        if (!kept.TryGetValue(servicePointId, out var known) || known.Day != day || known.IsOld)
        {
            var fresh = new Kept(day, new Lazy<Task<HallLine>>(() => ReadAsync(servicePointId, day)));
            known = kept.AddOrUpdate(servicePointId, fresh, (_, other) => ReferenceEquals(other, known) ? fresh : other);
        }

        return known.Line.Value.WaitAsync(ct);
    }

    private async Task<HallLine> ReadAsync(Guid servicePointId, DateOnly day)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Receptions.AsNoTracking().Where(r => r.ServicePointId == servicePointId && r.Day == day);
        var waiting = await today.Where(r => r.State == ReceptionState.Waiting).Select(r => new { r.Id, r.QueueRank, r.QueueAt }).ToListAsync(CancellationToken.None);
        var last = await today.Where(r => r.State == ReceptionState.Ended && r.StartedAt != null).OrderByDescending(r => r.EndedAt).ThenBy(r => r.Id)
            .Select(r => new { r.StartedAt, r.EndedAt }).Take(HallLine.Talks).ToListAsync(CancellationToken.None);
        var counters = await today.CountAsync(r => r.State == ReceptionState.Called || r.State == ReceptionState.InReception, CancellationToken.None);
        return new HallLine([.. waiting.Select(r => (r.Id, new QueuePlace(r.QueueRank, r.QueueAt)))], [.. last.Select(talk => talk.EndedAt!.Value - talk.StartedAt!.Value)], counters);
    }

    private sealed record Kept(DateOnly Day, Lazy<Task<HallLine>> Line)
    {
        private readonly long at = TimeProvider.System.GetTimestamp();

        public bool IsOld => TimeProvider.System.GetElapsedTime(at) > Oldest || (Line.IsValueCreated && Line.Value.IsFaulted);
    }
}
