using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Files;
using Petitions.Services.Files;
using Petitions.Services.Files.Stores;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Files;

/// <summary>security.md C4: what lies in the store is sealed, and every change of it is noticed.</summary>
public sealed class SealedFilesTests : PetitionsTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-sealed-").FullName;

    protected override void More(IServiceCollection collection) => collection.Configure<FileStoreOptions>(files => files.Path = folder);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(3 * 64 * 1024)]
    [InlineData(1_000_003)]
    public async Task Save_AnyLength_ComesBackWithItsHash(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);

        var file = await SaveAsync(plain);

        Assert.Equal(plain, await ReadAsync(file.Id));
        Assert.Equal(length, file.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(plain)), file.Sha256);
        Assert.Matches("^[0-9]{4}/[0-9]{2}/[0-9a-f]{32}$", file.StoreName);
    }

    [Fact]
    public async Task Save_TheStore_HoldsNothingOfThePlainText()
    {
        var plain = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("举报人刘芳990101199003070015", 5_000)));

        var file = await SaveAsync(plain);

        var stored = await File.ReadAllBytesAsync(PathOf(file));
        Assert.Equal(-1, stored.AsSpan().IndexOf("990101199003070015"u8));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "incoming")));
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut")]
    [InlineData("cut-chunk")]
    [InlineData("swap")]
    [InlineData("longer")]
    [InlineData("empty")]
    [InlineData("mark")]
    public async Task Open_StoreWasChanged_IsRefused(string how)
    {
        var file = await SaveAsync(RandomNumberGenerator.GetBytes(200_000));
        var stored = await File.ReadAllBytesAsync(PathOf(file));

        await File.WriteAllBytesAsync(PathOf(file), Changed(stored, how));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(file.Id));
    }

    [Fact]
    public async Task Open_AnotherFilesBytes_IsRefused()
    {
        var first = await SaveAsync([1, 2, 3]);
        var second = await SaveAsync([4, 5, 6]);

        File.Copy(PathOf(first), PathOf(second), overwrite: true);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(second.Id));
    }

    [Fact]
    public async Task Open_Lost_SaysSo()
    {
        var file = await SaveAsync([1]);
        File.Delete(PathOf(file));

        await Assert.ThrowsAsync<FileNotFoundException>(() => ReadAsync(file.Id));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(Guid.NewGuid()));
    }

    private static byte[] Changed(byte[] stored, string how)
    {
        const int Chunk = 64 * 1024 + 16;
        switch (how)
        {
            case "flip":
                stored[100] ^= 1;
                return stored;
            case "mark":
                stored[0] ^= 1;
                return stored;
            case "cut":
                return stored[..^5];
            case "cut-chunk":
                return stored[..(4 + Chunk)];
            case "swap":
                return [.. stored[..4], .. stored[(4 + Chunk)..(4 + 2 * Chunk)], .. stored[4..(4 + Chunk)], .. stored[(4 + 2 * Chunk)..]];
            case "longer":
                return [.. stored, .. stored[4..]];
            default:
                return [];
        }
    }

    private string PathOf(StoredFile file) => Path.Combine(folder, file.StoreName);

    private async Task<StoredFile> SaveAsync(byte[] plain)
    {
        await using var scope = Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<SealedFiles>().SaveAsync(plain, default);
        await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().SaveChangesAsync();
        return file;
    }

    private Task<byte[]> ReadAsync(Guid id) => RunAsync<SealedFiles, byte[]>(async files =>
    {
        await using var stream = await files.OpenAsync(id, default);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    });
}
