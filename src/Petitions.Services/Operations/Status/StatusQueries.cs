using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Exports;
using Petitions.Domain.Notices;
using Petitions.Domain.Operations;
using Petitions.Services.Files.Stores;
using Petitions.Services.Jobs;

namespace Petitions.Services.Operations.Status;

/// <summary>Reads how the portal is: nodes, jobs, outbox, backups, database and files.</summary>
public sealed class StatusQueries(PetitionsDbContext db, IEngineInfo engine, IFileStore store)
{
    // What is done is never counted: it grows for ever and nobody has to act on it.
    private static readonly NoticeState[] Undone = [NoticeState.Queued, NoticeState.Printed, NoticeState.Failed, NoticeState.Parked, NoticeState.Returned];

    public async Task<PortalStatus> ReadAsync(CancellationToken ct)
    {
        var now = await engine.NowAsync(db, ct);
        var (count, bytes) = await FilesAsync(ct);
        return new PortalStatus
        {
            At = now,
            Engine = engine.Name,
            Database = await engine.StateAsync(db, ct),
            DurabilityFaults = await engine.DurabilityFaultsAsync(db, ct),
            Nodes = await NodesAsync(now, ct),
            Jobs = await JobsAsync(now, ct),
            Outbox = await OutboxAsync(ct),
            WaitingForIndex = await db.SearchQueue.CountAsync(ct),
            WaitingExports = await db.ExportJobs.CountAsync(job => job.State == ExportState.Queued || job.State == ExportState.Running, ct),
            Backup = await LastAsync(BackupKind.Backup, ct),
            RestoreTest = await LastAsync(BackupKind.RestoreTest, ct),
            Files = await StoreAsync(ct),
            FileCount = count,
            FileBytes = bytes,
        };
    }

    private async Task<IReadOnlyList<NodeLine>> NodesAsync(DateTime now, CancellationToken ct) =>
        [.. (await db.PortalNodes.AsNoTracking().OrderBy(node => node.Name).ToListAsync(ct)).Select(node => new NodeLine(
            node.Name, node.Release, node.StartedAt, node.SeenAt, node.StoppedAt, node.IsUp(now), node.ClockDifference, node.HasWrongClock))];

    private async Task<IReadOnlyList<JobLine>> JobsAsync(DateTime now, CancellationToken ct)
    {
        var slots = await db.JobSlots.AsNoTracking().ToDictionaryAsync(slot => slot.Job, ct);
        return [.. JobCatalog.All.Select(job => slots.TryGetValue(job.Name, out var slot)
            ? new JobLine(job.Name, job.Rhythm, slot.Node, slot.StartedAt, slot.FinishedAt, slot.Error, JobLedger.NextOf(job.Rhythm, slot, now))
            : new JobLine(job.Name, job.Rhythm, null, null, null, null, null))];
    }

    private async Task<IReadOnlyList<OutboxState>> OutboxAsync(CancellationToken ct)
    {
        var states = await db.Notices.Where(notice => Undone.Contains(notice.State) && notice.FollowedById == null)
            .GroupBy(notice => new { notice.State, ByPerson = Notice.ByPerson.Contains(notice.Channel) })
            .Select(group => new { group.Key.State, group.Key.ByPerson, Count = group.Count(), Oldest = group.Min(notice => notice.CreatedAt) }).ToListAsync(ct);
        return [.. states.Select(state => new OutboxState(state.State, state.ByPerson, state.Count, state.Oldest)).OrderBy(state => state.ByPerson).ThenBy(state => state.State)];
    }

    private Task<BackupLine?> LastAsync(BackupKind kind, CancellationToken ct) =>
        db.BackupRecords.Where(record => record.Kind == kind).OrderByDescending(record => record.At)
            .Select(record => new BackupLine(record.At, record.File, record.Bytes, record.Milliseconds)).FirstOrDefaultAsync(ct);

    private async Task<(int Count, long Bytes)> FilesAsync(CancellationToken ct) =>
        (await db.StoredFiles.CountAsync(ct), await db.StoredFiles.SumAsync(file => file.Length, ct));

    private async Task<FileStoreState?> StoreAsync(CancellationToken ct)
    {
        try
        {
            return await store.StateAsync(ct);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
