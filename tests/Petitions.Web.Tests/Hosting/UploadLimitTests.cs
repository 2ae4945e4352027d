using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Stores;
using Petitions.Services.Setup;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Hosting;

/// <summary>What a node does not take, and how it says so (security.md A7, C3, C7): too large, too much in a day, too many at once, store full.</summary>
public sealed class UploadLimitTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private readonly FullStore store = new();
    private WebApplicationFactory<Program>? host;

    public async Task InitializeAsync()
    {
        await portal.SeedDemoStaffAsync();
        host = portal.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Files:Limits:Megabytes", "1");
            builder.UseSetting("Files:Limits:MegabytesPerDay", "1");
            builder.UseSetting("Files:Limits:UploadsAtOnce", "1");
            builder.ConfigureTestServices(services =>
            {
                var own = services.Last(service => service.ServiceType == typeof(IFileStore));
                services.RemoveAll<IFileStore>();
                services.AddSingleton<IFileStore>(provider => store.Over((IFileStore)own.ImplementationFactory!(provider)));
            });
        });
    }

    public async Task DisposeAsync() => await host!.DisposeAsync();

    [Fact]
    public async Task Uploads_BeyondWhatIsTaken_AreRefusedInPlainWords_AndTheRestGoesOn()
    {
        using var client = host!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", "ScreeningOfficer"), ("Password", DemoStaff.Password))).StatusCode);
        var petition = await portal.Given.Petition();
        var page = $"/cases/{petition.Number}/files";

        var large = await SendAsync(client, page, new string('大', 500_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);

        store.IsFull = true;
        var full = await SendAsync(client, page, "满了");
        store.IsFull = false;
        Assert.Equal(HttpStatusCode.InsufficientStorage, full.StatusCode);
        Assert.Contains("文件存储空间已满", await full.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await BusyAsync(client, page);

        var first = await SendAsync(client, page, new string('a', 600_000));
        var second = await SendAsync(client, page, new string('b', 600_000));
        var small = await SendAsync(client, page, new string('c', 1_000));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode, small.StatusCode));
        Assert.Contains("今天从这个网络上传得太多了", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await portal.QueryAsync(db => Task.FromResult(db.Attachments.Count(file => file.PetitionId == petition.Id))));
    }

    [Theory]
    [InlineData("UploadsAtOnce", "0")]
    [InlineData("Megabytes", "21")]
    [InlineData("MegabytesPerDay", "1")]
    public async Task Limits_ThatCannotBe_StopTheStart_AndNameTheKey(string key, string value)
    {
        await using var wrong = portal.WithWebHostBuilder(builder => builder.UseSetting($"Files:Limits:{key}", value));
        var limits = new FileLimits();
        typeof(FileLimits).GetProperty(key)!.SetValue(limits, int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

        Assert.ThrowsAny<InvalidOperationException>(() => wrong.CreateClient());

        Assert.Contains($"Files:Limits:{key}", Assert.Single(portal.Services.GetServices<IValidateOptions<FileLimits>>()).Validate(null, limits).FailureMessage, StringComparison.Ordinal);
    }

    /// <summary>One is taken, one waits, the third is told when to come back; nothing of it is read, and the way back is shown.</summary>
    private static async Task BusyAsync(HttpClient client, string page)
    {
        var hold = new TaskCompletionSource();
        var sent = Enumerable.Range(0, 3).Select(_ => client.PostAsync(page, new HeldContent(hold.Task))).ToList();

        var refused = await await Task.WhenAny(sent).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2, sent.Count(each => !each.IsCompleted));
        hold.SetResult();
        await Task.WhenAll(sent);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var html = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal("现在上传的人太多", html.QuerySelector("h1")!.TextContent);
        Assert.NotNull(html.QuerySelector($"main a[href='{page}']"));
        Assert.Null(html.QuerySelector("main form"));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string text)
    {
        var token = await client.FormTokenAsync(page, page);
        using var body = new MultipartFormDataContent();
        body.Add(new StringContent(token), PageForm.TokenName);
        body.Add(new StringContent("Letter"), "Channel");
        var part = new StringContent(text);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        body.Add(part, "Files", "材料.txt");
        return await client.PostAsync(page, body);
    }

    /// <summary>A form whose sender is slow: nothing comes until it is let go.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly Task hold;

        public HeldContent(Task hold)
        {
            this.hold = hold;
            Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.FlushAsync();
            await hold;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>The real store, whose disk can be full.</summary>
    private sealed class FullStore
    {
        private const int NoSpace = 28;

        public bool IsFull { get; set; }

        public IFileStore Over(IFileStore inner) => new Store(this, inner);

        private sealed class Store(FullStore owner, IFileStore inner) : IFileStore
        {
            public Task<string> PutAsync(Stream content, CancellationToken ct) =>
                owner.IsFull ? throw new IOException("No space left on device", NoSpace) : inner.PutAsync(content, ct);

            public Task<Stream> OpenAsync(string name, CancellationToken ct) => inner.OpenAsync(name, ct);

            public Task DeleteAsync(string name, CancellationToken ct) => inner.DeleteAsync(name, ct);

            public Task<bool> ExistsAsync(string name, CancellationToken ct) => inner.ExistsAsync(name, ct);

            public IAsyncEnumerable<FileInStore> ListAsync(CancellationToken ct) => inner.ListAsync(ct);

            public Task<FileStoreState> StateAsync(CancellationToken ct) => inner.StateAsync(ct);

            public Task ClearUnfinishedAsync(DateTimeOffset before, CancellationToken ct) => inner.ClearUnfinishedAsync(before, ct);
        }
    }
}
