using System.Net;
using System.Text.Json;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Api;

public sealed class OpenApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/api/v1/petitions", "post", "201", "400", "409", "429")]
    [InlineData("/api/v1/petitions/{number}", "get", "200", "404", "429")]
    public async Task Document_DescribesTheRoute_WithItsAnswers(string path, string method, params string[] statuses)
    {
        using var client = portal.Browser();

        var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;

        var answers = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses");
        Assert.All(statuses, status => Assert.True(answers.TryGetProperty(status, out _), $"{method} {path} does not describe {status}"));
    }

    [Fact]
    public async Task Document_NamesTheHeadersACallerNeeds()
    {
        using var client = portal.Browser();

        var text = await client.GetStringAsync("/openapi/v1.json");

        Assert.Contains("Idempotency-Key", text, StringComparison.Ordinal);
        Assert.Contains("X-Query-Code", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_NamesNoRouteOfPages()
    {
        using var client = portal.Browser();

        var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;

        Assert.All(document.GetProperty("paths").EnumerateObject(), path => Assert.StartsWith("/api/v1/", path.Name, StringComparison.Ordinal));
    }
}
