namespace Petitions.Data;

/// <summary>Tells "the disk is full" from other faults of reading and writing: 507, and the same request may succeed once there is room (security.md A7).</summary>
public static class DiskFull
{
    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL of Windows.
    private const int NoSpace = 28;
    private const int NoQuota = 122;
    private const int NoSpaceWindows = unchecked((int)0x80070070);

    public static bool Is(Exception? error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is IOException { HResult: NoSpace or NoQuota or NoSpaceWindows })
            {
                return true;
            }
        }

        return false;
    }
}
