namespace Petitions.Domain.Operations;

public enum BackupKind
{
    Backup,
    RestoreTest,
}
