namespace Petitions.Services.Operations.Status;

public sealed record BackupLine(DateTime At, string File, long Bytes, long Milliseconds);
