namespace Petitions.Services.Operations.Backups;

/// <summary>The last entry of a backup: what a restore must find again.</summary>
public sealed record BackupSummary(string Engine, string Release, DateTime At, long Facts, int Files);
