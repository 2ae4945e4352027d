namespace Petitions.Web.Hosting;

/// <summary>Room on the disk of a folder, as this node sees it (security.md A7, E4).</summary>
public sealed record DiskRoom(long FreeBytes, long TotalBytes)
{
    private const long SmallestFree = 1L << 30;
    private const double SmallestShare = 0.05;

    /// <summary>Less than 1 GB and less than a twentieth: the node says that it is not ready.</summary>
    public bool IsShort => FreeBytes < SmallestFree && FreeBytes < TotalBytes * SmallestShare;

    public static DiskRoom Of(string folder)
    {
        var disk = new DriveInfo(folder);
        return new DiskRoom(disk.AvailableFreeSpace, disk.TotalSize);
    }
}
