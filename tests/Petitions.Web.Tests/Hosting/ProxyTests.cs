using System.Net;
using AngleSharp.Html.Parser;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Kill;

namespace Petitions.Web.Tests.Hosting;

/// <summary>UX-101: behind a proxy under a path, links keep the path, and only a known proxy is believed about the scheme.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "https")]
    [InlineData("10.9.9.9", "http")]
    public async Task Site_UnderAPath_KeepsIt_AndBelievesOnlyItsProxy(string known, string scheme)
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        await portal.StartAsync(("Proxy__PathBase", "/hall"), ("Proxy__Known__0", known));
        using var client = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var home = await client.GetAsync("/hall/?culture=en");
        var page = new HtmlParser().ParseDocument(await home.Content.ReadAsStringAsync());
        using var staff = await client.GetAsync("/hall/staff");

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.All(page.QuerySelectorAll("a[href^='/'], link[href^='/'], form[action^='/']"),
            part => Assert.StartsWith("/hall", part.GetAttribute("href") ?? part.GetAttribute("action"), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, staff.StatusCode);
        Assert.StartsWith($"{scheme}://", staff.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/hall/staff/sign-in", staff.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
