using Microsoft.Extensions.Options;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Tests.Files;

/// <summary>Against a small store that speaks S3 as far as we use it, and refuses what is not signed.</summary>
public sealed class S3FileStoreTests : FileStoreTests
{
    private readonly S3Stub stub = new();
    private S3FileStore? store;

    protected override IFileStore Store => store!;

    public override async Task InitializeAsync()
    {
        await stub.StartAsync();
        store = new S3FileStore(Options.Create(SettingsOf(stub.Address)), Now);
    }

    public override async Task DisposeAsync()
    {
        store!.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task EveryRequest_IsSigned_AndUnderThePrefix()
    {
        var name = await Store.PutAsync(new MemoryStream([1, 2, 3]), default);

        Assert.Equal([$"petitions/{name}"], stub.Objects.Keys);
        Assert.NotEmpty(stub.Authorizations);
        Assert.All(stub.Authorizations, header => Assert.Matches(@"^AWS4-HMAC-SHA256 Credential=testkey/\d{8}/cn-test/s3/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-content-sha256[a-z0-9;-]*, Signature=[0-9a-f]{64}$", header));
    }

    [Fact]
    public async Task List_ManyPages_AreAllRead()
    {
        for (var i = 0; i < 5; i++)
        {
            await Store.PutAsync(new MemoryStream([1]), default);
        }

        Assert.Equal(5, (await NamesAsync()).Distinct().Count());
    }

    [Fact]
    public async Task Away_IsAnIoFault()
    {
        using var away = new S3FileStore(Options.Create(SettingsOf("http://127.0.0.1:9")), Now);

        await Assert.ThrowsAsync<IOException>(() => away.PutAsync(new MemoryStream([1]), default));
    }

    private static FileStoreOptions SettingsOf(string endpoint) => new()
    {
        Kind = "s3",
        Endpoint = endpoint,
        Bucket = "evidence",
        Region = "cn-test",
        Prefix = "petitions/",
        AccessKey = "testkey",
        SecretKey = "test-secret",
    };
}
