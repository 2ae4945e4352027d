using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Petitions.Services.Files.Checks;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md C7, C8: limits are options; who passes them is told in plain words when to come back.</summary>
public sealed class LimitTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task SubmitAndBooking_OverTheLimit_Are429WithRetryAfter()
    {
        using var client = Limited("Limits:SubmitsPerMinute", "Limits:BookingsPerMinute");
        var statuses = new List<HttpStatusCode>();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 3; i++)
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions") { Content = JsonContent.Create(ApiBodies.Petition()) };
            post.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            last = await client.SendAsync(post);
            statuses.Add(last.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests], statuses);
        Assert.NotNull(last!.Headers.RetryAfter);
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType!.MediaType);

        var booked = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            last = await client.PostFormAsync("/visits/book", "/visits/book", ("OfficeCode", "D990101"), ("Form", "Hall"));
            booked.Add(last.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], booked);
        Assert.NotNull(last.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("/petitions/track", "Limits:QueriesPerMinute", "Number", "Code")]
    [InlineData("/verify", "Limits:QueriesPerMinute", "Number", "QueryCode")]
    [InlineData("/staff/sign-in", "Limits:SignInsPerMinute", "UserName", "Password")]
    public async Task Page_OverTheLimit_Is429_AndKeepsWhatWasTyped_ButNoSecret(string page, string limit, string kept, string secret)
    {
        using var client = Limited(limit);
        HttpResponseMessage? last = null;
        for (var i = 0; i < 3; i++)
        {
            last = await client.PostFormAsync(page, page, [(kept, "QX-typed-here"), (secret, "a secret value"), .. page == "/verify" ? [("Hash", "abc")] : Array.Empty<(string, string)>()]);
        }

        var html = await last!.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Contains("value=\"QX-typed-here\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret value", html, StringComparison.Ordinal);
        Assert.Contains("再次提交", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_BeyondTheLimitsOfTheServer_AreRefused_AndTheOthersAnswered()
    {
        await using var process = new Kill.RestartablePortal(portal.ConnectionString);
        await process.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true }) { BaseAddress = process.Address };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = new FormUrlEncodedContent([new("Hash", new string('a', 1_200_000))]) };
        // The answer comes before the body is sent.
        post.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(post);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // A route for files takes more, but not everything (security.md C3).
        using var files = new HttpRequestMessage(HttpMethod.Post, "/petitions/new/files") { Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[FileLimits.RequestBytes + 1]), "Files", "big.pdf" } } };
        files.Headers.ExpectContinue = true;
        using var refused = await client.SendAsync(files);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        await OddRequestsAreRefusedAsync(client);
        await SlowOnesKeepNobodyAwayAsync(process.Address, client);
    }

    private static async Task OddRequestsAreRefusedAsync(HttpClient client)
    {
        using var heavy = new HttpRequestMessage(HttpMethod.Get, "/");
        heavy.Headers.Add("X-Long", new string('a', 40_000));
        using var heads = await client.SendAsync(heavy);
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 1_100).Select(number => KeyValuePair.Create($"k{number}", "v")));
        using var keys = await client.PostAsync("/verify", many);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, heads.StatusCode);
        Assert.InRange((int)keys.StatusCode, 400, 499);
    }

    /// <summary>120 connections on which a request never ends: the home page is there for everybody else.</summary>
    private static async Task SlowOnesKeepNobodyAwayAsync(Uri portal, HttpClient client)
    {
        var slow = Enumerable.Range(0, 120).Select(_ => new TcpClient()).ToList();
        foreach (var connection in slow)
        {
            await connection.ConnectAsync(IPAddress.Loopback, portal.Port);
            await connection.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: slow"u8.ToArray());
        }

        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        slow.ForEach(connection => connection.Dispose());
    }

    private HttpClient Limited(params string[] limits) => portal.WithWebHostBuilder(builder =>
    {
        foreach (var limit in limits)
        {
            builder.UseSetting(limit, "2");
        }
    }).CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
