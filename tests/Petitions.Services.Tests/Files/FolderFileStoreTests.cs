using Microsoft.Extensions.Options;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Tests.Files;

public sealed class FolderFileStoreTests : FileStoreTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-store-").FullName;

    protected override IFileStore Store => new FolderFileStore(Options.Create(new FileStoreOptions { Path = folder }), Now);

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Put_OnlyTheOwner_MayRead()
    {
        var name = await Store.PutAsync(new MemoryStream([1]), default);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, name)));
        }
    }

    [Fact]
    public async Task ClearUnfinished_OldOnes_Go()
    {
        var incoming = Directory.CreateDirectory(Path.Combine(folder, "incoming")).FullName;
        var (old, young) = (Path.Combine(incoming, "old"), Path.Combine(incoming, "young"));
        await File.WriteAllTextAsync(old, "x");
        await File.WriteAllTextAsync(young, "x");
        File.SetLastWriteTimeUtc(old, Now.UtcNow.AddDays(-2));

        await Store.ClearUnfinishedAsync(Now.UtcNow.AddDays(-1), default);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public async Task Put_FolderIsAFile_IsAnIoFault()
    {
        var blocked = Path.Combine(folder, "blocked");
        await File.WriteAllTextAsync(blocked, "x");
        var store = new FolderFileStore(Options.Create(new FileStoreOptions { Path = blocked }), Now);

        await Assert.ThrowsAnyAsync<IOException>(() => store.PutAsync(new MemoryStream([1]), default));
    }
}
