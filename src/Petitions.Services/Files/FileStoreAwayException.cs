using Petitions.Data;

namespace Petitions.Services.Files;

/// <summary>The store could not keep a file: full (HTTP 507) or away (HTTP 503). Nothing of it was kept.</summary>
public sealed class FileStoreAwayException(IOException cause) : Exception("The file store could not keep a file.", cause)
{
    public bool IsFull { get; } = DiskFull.Is(cause);
}
