using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Petitions.Services.Files.Stores;

/// <summary>
/// Flushes a folder, so that a renamed file keeps its name after a power cut. The base library cannot open a folder, hence
/// the system calls; Windows writes folders through by itself.
/// </summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">When the disk says no.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw Failed();
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw Failed();
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failed() => new("The folder could not be flushed.", new Win32Exception(Marshal.GetLastPInvokeError()));

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
