using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Stores;

/// <summary>
/// A folder, also one shared by several nodes. Written under a temporary name, flushed, renamed, folder flushed: a file
/// that has its name is whole (security.md A4).
/// </summary>
public sealed class FolderFileStore(IOptions<FileStoreOptions> options, RealClock clock) : IFileStore
{
    private const string Incoming = "incoming";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Root => options.Value.Path!;

    public async Task<string> PutAsync(Stream content, CancellationToken ct)
    {
        var name = StoreName.New(clock.UtcNow);
        var target = PathOf(name);
        var temporary = Path.Combine(Folder(Path.Combine(Root, Incoming)), Path.GetFileName(target));
        try
        {
            await WriteAsync(temporary, content, ct);
            var folder = Folder(Path.GetDirectoryName(target)!);
            File.Move(temporary, target, overwrite: false);
            FolderFlush.Flush(folder);
            return name;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public Task<Stream> OpenAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        return Directory.Exists(Path.GetDirectoryName(path))
            ? Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan))
            : Task.FromException<Stream>(new FileNotFoundException("The store has no such file.", name));
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task<bool> ExistsAsync(string name, CancellationToken ct) => Task.FromResult(File.Exists(PathOf(name)));

    public async IAsyncEnumerable<FileInStore> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!Directory.Exists(Root))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (StoreName.IsOne(name))
            {
                yield return new FileInStore(name, File.GetLastWriteTimeUtc(path));
            }
        }

        await Task.CompletedTask;
    }

    public Task<FileStoreState> StateAsync(CancellationToken ct)
    {
        // The folder is made with the first file; until then the one above it says what room there is.
        var place = Root;
        while (!Directory.Exists(place))
        {
            place = Path.GetDirectoryName(place) ?? throw new IOException("The file store has no folder.");
        }

        var disk = new DriveInfo(place);
        return Task.FromResult(new FileStoreState(options.Value.Kind, disk.AvailableFreeSpace, disk.TotalSize));
    }

    public Task ClearUnfinishedAsync(DateTimeOffset before, CancellationToken ct)
    {
        var folder = Path.Combine(Root, Incoming);
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            if (File.GetLastWriteTimeUtc(path) < before)
            {
                File.Delete(path);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task WriteAsync(string path, Stream content, CancellationToken ct)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, how);
        await content.CopyToAsync(file, ct);
        await file.FlushAsync(ct);
        // FlushAsync only reaches the system's cache; this one reaches the disk.
        file.Flush(flushToDisk: true);
    }

    /// <summary>A new month's folder is only there for good once its parent is flushed too.</summary>
    private string Folder(string path)
    {
        if (Directory.Exists(path))
        {
            return path;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }

        for (var parent = Path.GetDirectoryName(path); parent is not null && parent.Length >= Root.Length; parent = Path.GetDirectoryName(parent))
        {
            FolderFlush.Flush(parent);
        }

        return path;
    }

    private string PathOf(string name) => Path.Combine(Root, StoreName.Require(name).Replace('/', Path.DirectorySeparatorChar));
}
