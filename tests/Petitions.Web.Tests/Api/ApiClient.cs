using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Petitions.Web.Tests.Api;

/// <summary>The public API of a running portal, as a hotline would call it.</summary>
internal sealed class ApiClient(Uri portal) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = portal, Timeout = TimeSpan.FromSeconds(60) };

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async Task<((string Number, string Code)? Receipt, HttpStatusCode Status, bool RetryAfter)> FileAsync(string key)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions") { Content = JsonContent.Create(ApiBodies.Petition()) };
        post.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(post);
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            return (null, answer.StatusCode, answer.Headers.RetryAfter is not null);
        }

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return ((body.GetProperty("number").GetString()!, body.GetProperty("queryCode").GetString()!), answer.StatusCode, false);
    }

    public async Task<HttpStatusCode> StatusAsync((string Number, string Code) receipt)
    {
        using var status = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/petitions/{receipt.Number}");
        status.Headers.Add("X-Query-Code", receipt.Code);
        using var answer = await client.SendAsync(status);
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();
}
