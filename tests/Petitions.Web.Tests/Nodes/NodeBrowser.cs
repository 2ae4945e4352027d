using System.Net;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Nodes;

/// <summary>One person's browser whose requests the proxy sends now to this node, now to that: cookies belong to the site, not to the node.</summary>
internal sealed class NodeBrowser(string address) : IDisposable
{
    private static readonly Uri Site = new("https://portal.test");
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true }) { Timeout = TimeSpan.FromSeconds(60) };

    public Task<HttpResponseMessage> GetAsync(Uri node, string path) => SendAsync(node, HttpMethod.Get, path, null);

    /// <summary>Takes the form from one node and sends it to another.</summary>
    public async Task<HttpResponseMessage> PostAsync(Uri from, Uri to, string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = await GetAsync(from, page);
        var html = await form.Content.ReadAsStringAsync();
        Assert.True(form.IsSuccessStatusCode, $"{page} on {from}: {form.StatusCode} without a form.");
        var own = PageForm.Of(html, page, action, fields);
        return await SendAsync(to, HttpMethod.Post, own.Address, own.Filled(fields));
    }

    public void Dispose() => client.Dispose();

    public async Task<HttpResponseMessage> SendAsync(Uri node, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(node, path)) { Content = content };
        request.Headers.Host = Site.Host;
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (cookies.GetCookieHeader(Site) is { Length: > 0 } held)
        {
            request.Headers.Add("Cookie", held);
        }

        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(Site, cookie);
        }

        return answer;
    }
}
