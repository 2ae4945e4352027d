namespace Petitions.Web.Hosting;

/// <summary>Section <c>Backup</c>: what the verbs <c>backup</c> and <c>restore</c> need.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>File with the key of backups, made by <c>create-backup-key</c>; apart from <c>Keys:Path</c> and from the backups.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Folder backups are written to when <c>--to</c> is left out.</summary>
    public string? Path { get; init; }
}
