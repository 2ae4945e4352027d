namespace Petitions.Services.Files;

/// <summary>The store could not keep a file: full (HTTP 507) or away (HTTP 503). Nothing of it was kept.</summary>
public sealed class FileStoreAwayException(IOException cause) : Exception("The file store could not keep a file.", cause)
{
    private const int NoSpaceUnix = 28;
    private const int NoSpaceWindows = unchecked((int)0x80070070);

    public bool IsFull { get; } = cause.HResult is NoSpaceUnix or NoSpaceWindows;
}
