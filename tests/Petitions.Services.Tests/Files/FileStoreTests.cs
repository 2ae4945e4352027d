using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Tests.Files;

/// <summary>security.md A4, once for each kind of store.</summary>
public abstract class FileStoreTests : IAsyncLifetime
{
    protected static readonly RealClock Now = new(TimeProvider.System);

    protected abstract IFileStore Store { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Put_Open_Exists_List_Delete()
    {
        var plain = RandomNumberGenerator.GetBytes(300_000);

        var name = await Store.PutAsync(new MemoryStream(plain), default);

        Assert.True(StoreName.IsOne(name));
        Assert.True(await Store.ExistsAsync(name, default));
        Assert.Equal(plain, await ReadAsync(name));
        Assert.Contains(name, await NamesAsync());
        await Store.DeleteAsync(name, default);
        await Store.DeleteAsync(name, default);
        Assert.False(await Store.ExistsAsync(name, default));
        Assert.DoesNotContain(name, await NamesAsync());
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(name, default));
    }

    [Fact]
    public async Task Put_SourceBreaks_LeavesNothing()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.PutAsync(new Breaking(), default));

        Assert.Empty(await NamesAsync());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("2026/03/../../x")]
    [InlineData("2026/03/0123456789abcdef0123456789abcdeF")]
    [InlineData("")]
    public async Task Open_NoNameOfOurs_IsRefused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(name, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(name, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ExistsAsync(name, default));
    }

    private async Task<byte[]> ReadAsync(string name)
    {
        await using var stream = await Store.OpenAsync(name, default);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    protected async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var file in Store.ListAsync(default))
        {
            names.Add(file.Name);
        }

        return names;
    }

    private sealed class Breaking : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new EndOfStreamException();
    }
}
