using System.Net;
using AngleSharp.Html.Parser;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Hosting;

/// <summary>UX-090, security.md E3: every error keeps its status, speaks plainly, names a trace and a telephone, and shows no inside.</summary>
public sealed class ErrorPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Page_OfAnyError_IsPlain_InBothLanguages(int status)
    {
        var titles = new HashSet<string>();
        foreach (var culture in new[] { "zh-Hans", "en" })
        {
            using var client = portal.Browser();

            using var answer = await client.GetAsync($"/error/{status}?culture={culture}");
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
            Assert.True(titles.Add(page.QuerySelector("h1")!.TextContent), "Both languages say the same words.");
            Assert.NotEmpty(page.QuerySelector("main code")!.TextContent);
            Assert.NotNull(page.QuerySelector("main a[href^='tel:']"));
            Assert.NotNull(page.QuerySelector("main a[href='/']"));
            Assert.DoesNotContain("Exception", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("error.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(status is 429 or 503, answer.Headers.RetryAfter is not null);
        }
    }

    [Fact]
    public async Task Api_Error_IsProblemJson_WithItsTrace()
    {
        using var client = portal.Browser();

        using var answer = await client.GetAsync("/api/v1/no-such-thing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("traceId", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
