using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Petitions.Services.Tests.Files;

/// <summary>Keeps objects in memory; answers 403 to a request without signature or with a body that is not the signed one.</summary>
internal sealed class S3Stub : IAsyncDisposable
{
    private const int PageLength = 2;
    private readonly WebApplication app;

    public S3Stub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    public ConcurrentBag<string> Authorizations { get; } = [];

    public string Address => app.Urls.First();

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var signature = request.Headers.Authorization.ToString();
        Authorizations.Add(signature);
        if (!signature.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)
            || request.Headers["x-amz-content-sha256"] != Convert.ToHexStringLower(SHA256.HashData(body.ToArray())))
        {
            context.Response.StatusCode = 403;
            return;
        }

        var parts = request.Path.Value!.Split('/', 3);
        var key = parts.Length > 2 ? parts[2] : "";
        if (parts[1] != "evidence")
        {
            context.Response.StatusCode = 404;
        }
        else if (HttpMethods.IsPut(request.Method))
        {
            Objects[key] = body.ToArray();
            context.Response.Headers.ETag = "\"x\"";
        }
        else if (HttpMethods.IsDelete(request.Method))
        {
            Objects.TryRemove(key, out _);
            context.Response.StatusCode = 204;
        }
        else if (key.Length == 0)
        {
            await context.Response.WriteAsync(List(request.Query["prefix"].ToString(), request.Query["continuation-token"].ToString()));
        }
        else if (Objects.TryGetValue(key, out var found))
        {
            context.Response.ContentLength = found.Length;
            if (HttpMethods.IsGet(request.Method))
            {
                await context.Response.Body.WriteAsync(found);
            }
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private string List(string prefix, string after)
    {
        XNamespace ns = "http://s3.amazonaws.com/doc/2006-03-01/";
        var left = Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Order(StringComparer.Ordinal).ToList();
        var page = left.Take(PageLength).ToList();
        return new XElement(ns + "ListBucketResult",
            new XElement(ns + "Name", "evidence"),
            new XElement(ns + "IsTruncated", left.Count > PageLength ? "true" : "false"),
            left.Count > PageLength ? new XElement(ns + "NextContinuationToken", page[^1]) : null,
            page.Select(key => new XElement(ns + "Contents", new XElement(ns + "Key", key), new XElement(ns + "LastModified", "2026-03-02T00:30:00.000Z"), new XElement(ns + "Size", Objects[key].Length)))).ToString();
    }
}
