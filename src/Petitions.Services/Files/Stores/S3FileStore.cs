using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Stores;

/// <summary>A bucket of an S3-compatible store. It only ever sees sealed bytes.</summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private readonly AmazonS3Client client;
    private readonly FileStoreOptions settings;
    private readonly RealClock clock;

    public S3FileStore(IOptions<FileStoreOptions> options, RealClock clock)
    {
        this.clock = clock;
        settings = options.Value;
        client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint,
            AuthenticationRegion = settings.Region,
            // Most stores of one's own have no name per bucket.
            ForcePathStyle = true,
            Timeout = TimeSpan.FromSeconds(60),
            MaxErrorRetry = 2,
            // Stores other than Amazon's refuse the newer checksum trailers.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task<string> PutAsync(Stream content, CancellationToken ct)
    {
        var name = StoreName.New(clock.UtcNow);
        // The signature covers the whole body, so it is sealed into a file first: two passes, and not the memory of one.
        await using var spool = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await content.CopyToAsync(spool, ct);
        spool.Position = 0;
        await AskAsync(() => client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = Key(name),
            InputStream = spool,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            ContentType = "application/octet-stream",
        }, ct));
        return name;
    }

    public async Task<Stream> OpenAsync(string name, CancellationToken ct) =>
        (await AskAsync(() => client.GetObjectAsync(settings.Bucket, Key(name), ct))).ResponseStream;

    public Task DeleteAsync(string name, CancellationToken ct) => AskAsync(() => client.DeleteObjectAsync(settings.Bucket, Key(name), ct));

    public async Task<bool> ExistsAsync(string name, CancellationToken ct)
    {
        try
        {
            await AskAsync(() => client.GetObjectMetadataAsync(settings.Bucket, Key(name), ct));
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<FileInStore> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(() => client.ListObjectsV2Async(request, ct));
            foreach (var item in page.S3Objects ?? [])
            {
                if (StoreName.IsOne(item.Key[settings.Prefix.Length..]))
                {
                    yield return new FileInStore(item.Key[settings.Prefix.Length..], item.LastModified ?? default(DateTime));
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <summary>A bucket does not say how much room is left.</summary>
    public async Task<FileStoreState> StateAsync(CancellationToken ct)
    {
        await AskAsync(() => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix, MaxKeys = 1 }, ct));
        return new FileStoreState(settings.Kind, null, null);
    }

    /// <summary>An object is there whole or not at all.</summary>
    public Task ClearUnfinishedAsync(DateTimeOffset before, CancellationToken ct) => Task.CompletedTask;

    public void Dispose() => client.Dispose();

    private string Key(string name) => settings.Prefix + StoreName.Require(name);

    /// <summary>The callers know two faults, like those of a disk: not there, and away.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException("The store has no such file.", missing);
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("The file store is away.", away);
        }
    }
}
