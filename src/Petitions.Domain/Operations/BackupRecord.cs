namespace Petitions.Domain.Operations;

/// <summary>That a backup was made (备份), or that one was restored for a test (恢复演练) and found whole (security.md A9).</summary>
public sealed class BackupRecord
{
    public const int FileMax = 200;

    /// <summary>A restore test older than this shows to the administrator.</summary>
    public static readonly TimeSpan RestoreTestLife = TimeSpan.FromDays(30);

    /// <summary>How long a restore may take.</summary>
    public static readonly TimeSpan RestoreTarget = TimeSpan.FromMinutes(30);

    private BackupRecord()
    {
    }

    public Guid Id { get; private set; }

    public BackupKind Kind { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Name of the file, without its folder.</summary>
    public string File { get; private set; } = "";

    public long Bytes { get; private set; }

    /// <summary>Facts in it: what a restore must find again.</summary>
    public long Facts { get; private set; }

    public int Files { get; private set; }

    public long Milliseconds { get; private set; }

    public static BackupRecord Of(BackupKind kind, string file, long bytes, long facts, int files, TimeSpan took, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Kind = kind,
        At = now,
        File = file,
        Bytes = bytes,
        Facts = facts,
        Files = files,
        Milliseconds = (long)took.TotalMilliseconds,
    };
}
