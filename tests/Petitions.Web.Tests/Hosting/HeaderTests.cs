using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md C1, UX-086, UX-087: what every answer carries, whoever asks and however it ends.</summary>
public sealed class HeaderTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    /// <summary>Every public page with a plain address, from the route matrix; and one that does not exist.</summary>
    public static TheoryData<string> Pages() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Access", "RouteMatrix.csv")).Select(line => line.Split(','))
            .Where(row => row is ["GET", _, "public"] && !row[1].Contains('{', StringComparison.Ordinal)).Select(row => row[1]).Append("/no-such-page")];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfAnyKind_CarriesTheProtectingHeaders(string page)
    {
        using var client = portal.Browser();

        using var answer = await client.GetAsync(page);

        var policy = Single(answer, "Content-Security-Policy");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All(new[] { "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'" }, part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.Equal("nosniff", Single(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Single(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Single(answer, "Cross-Origin-Opener-Policy"));
        Assert.False(answer.Headers.Contains("Server"), "The server names itself.");
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.True(answer.Headers.CacheControl?.NoStore, $"{page} may be kept by a shared computer.");
        }

        Assert.All(Cookies(answer), cookie => Assert.Matches("(?i)path=/;.*samesite=(lax|strict).*httponly|httponly.*samesite=(lax|strict)", cookie));
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.UnprocessableEntity)]
    [InlineData(null, HttpStatusCode.UnprocessableEntity)]
    public async Task Form_FromAnotherSite_IsRefused_EvenWithItsToken(string? origin, HttpStatusCode expected)
    {
        using var client = portal.Browser();
        var token = await client.FormTokenAsync("/petitions/track", "/petitions/track");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/petitions/track") { Content = new FormUrlEncodedContent([new(PageForm.TokenName, token)]) };
        if (origin is not null)
        {
            post.Headers.Add("Origin", origin);
        }

        using var answer = await client.SendAsync(post);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Production_Adds_StrictTransport_AndHostCookies_AndHidesDemoAccounts()
    {
        await using var production = Production();
        using var client = Secure(production);

        using var answer = await client.GetAsync("/staff/sign-in?culture=en");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age=31536000", Single(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.NotEmpty(Cookies(answer));
        Assert.All(Cookies(answer), cookie => Assert.Matches("(?i)^__Host-.*secure", cookie));
        Assert.DoesNotContain("Petitions-Demo", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/dev/outbox")).StatusCode);
    }

    [Fact]
    public async Task StaticFiles_AreNamedByTheirContent_KeptForAYear_AndCompressed()
    {
        // Development turns caching off for whoever edits a file; this setting leaves it as it is elsewhere.
        await using var cached = portal.WithWebHostBuilder(builder => builder.UseSetting("EnableStaticAssetsDevelopmentCaching", "true"));
        using var client = cached.CreateClient();
        var home = await client.GetStringAsync("/");
        var style = System.Text.RegularExpressions.Regex.Match(home, "href=\"(/css/petitions\\.[a-z0-9]+\\.css)\"").Groups[1].Value;
        Assert.NotEmpty(style);
        using var ask = new HttpRequestMessage(HttpMethod.Get, style);
        ask.Headers.AcceptEncoding.ParseAdd("br, gzip");

        using var answer = await client.SendAsync(ask);

        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
        Assert.Contains(answer.Content.Headers.ContentEncoding.Single(), new[] { "br", "gzip" });
    }

    private WebApplicationFactory<Program> Production() => portal.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
        .UseSetting("Keys:Path", TestKeys.Folder).UseSetting("Site:Demo", "false"));

    private static HttpClient Secure(WebApplicationFactory<Program> production) =>
        production.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://portal.example") });

    private static string Single(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));

    private static IReadOnlyList<string> Cookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
}
