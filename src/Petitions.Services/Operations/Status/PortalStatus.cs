using Petitions.Data;
using Petitions.Domain.Notices;
using Petitions.Domain.Operations;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Operations.Status;

/// <summary>How the portal is, for whoever runs it. Counts, times and names of machines; nothing of a person or a matter.</summary>
public sealed class PortalStatus
{
    /// <summary>By the database's clock, like every time of nodes, jobs and backups.</summary>
    public required DateTime At { get; init; }

    public required string Engine { get; init; }

    public required DatabaseState Database { get; init; }

    /// <summary>Settings that would lose what was acknowledged.</summary>
    public required IReadOnlyList<string> DurabilityFaults { get; init; }

    public required IReadOnlyList<NodeLine> Nodes { get; init; }

    public required IReadOnlyList<JobLine> Jobs { get; init; }

    public required IReadOnlyList<OutboxState> Outbox { get; init; }

    public required int WaitingForIndex { get; init; }

    public required int WaitingExports { get; init; }

    public required BackupLine? Backup { get; init; }

    public required BackupLine? RestoreTest { get; init; }

    /// <summary>Null while the store is away.</summary>
    public required FileStoreState? Files { get; init; }

    public required int FileCount { get; init; }

    public required long FileBytes { get; init; }

    public int Parked => Outbox.Where(state => state.State == NoticeState.Parked).Sum(state => state.Count);

    /// <summary>No backup was proven to be good lately (security.md A9).</summary>
    public bool RestoreTestIsDue => RestoreTest is null || At - RestoreTest.At > BackupRecord.RestoreTestLife;

    /// <summary>The portal would be away longer than it may (security.md A9).</summary>
    public bool RestoreTookTooLong => RestoreTest is { } test && test.Milliseconds > BackupRecord.RestoreTarget.TotalMilliseconds;
}
