namespace Petitions.Services.Operations.Backups;

/// <summary>What a backup is made of, besides the database.</summary>
/// <param name="FilesFolder">Folder of the sealed files; null where they lie in an object store with copies of its own.</param>
/// <param name="RootsFolder">Folder of the daily roots.</param>
/// <param name="KeyFile">File of the backup key.</param>
public sealed record BackupPlaces(string? FilesFolder, string RootsFolder, string? KeyFile);
