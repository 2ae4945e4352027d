using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>A disk of a few megabytes (tmpfs) that can be filled to its last byte and made free again.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("petitions-disk-").FullName;

    private string Filler => Path.Combine(Folder, "filler");

    /// <exception cref="InvalidOperationException">When the tests may not mount: a drill that cannot be held has not been passed.</exception>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new InvalidOperationException("Full disks (security.md A7) are drilled on a mounted tmpfs: run these tests as root.");
        }

        var disk = new SmallDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m,mode=755"), "tmpfs", disk.Folder);
        return disk;
    }

    /// <summary>Takes every byte that is left.</summary>
    public void Fill()
    {
        using var file = File.OpenHandle(Filler, FileMode.OpenOrCreate, FileAccess.Write);
        foreach (var size in new[] { 256 * 1024, 4096, 1 })
        {
            try
            {
                var block = new byte[size];
                while (true)
                {
                    RandomAccess.Write(file, block, RandomAccess.GetLength(file));
                }
            }
            catch (IOException)
            {
                // Not another block of this size.
            }
        }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        await using var run = ChildProcess.Start(program, program, arguments, "/", new Dictionary<string, string>());
        Assert.True(await run.ExitAsync(TimeSpan.FromSeconds(30)) == 0, run.Output);
    }
}
