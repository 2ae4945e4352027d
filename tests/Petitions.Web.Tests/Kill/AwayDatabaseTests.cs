using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Citizen;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>security.md A6: while the database is away the portal answers what it can, never 500 and never a receipt, keeps what was typed, and comes back by itself.</summary>
public sealed class AwayDatabaseTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Typed = "去年十月报案后五个月没有收到答复。";

    public static TheoryData<RoadState> Ways => [.. AwayDatabase.Ways];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Portal_WhileTheDatabaseIsAway_AnswersWhatItCan_AndComesBack(RoadState way)
    {
        await using var database = await AwayDatabase.CreateAsync();
        await using var node = Node(database);
        using var visitor = Client(node);
        var filing = new CitizenBrowser(visitor);
        await filing.ToIdentityAsync();
        await filing.SubmitAsync(("IdentityMode", "Anonymous"));
        await filing.SubmitAsync(("Kind", "Unit"), ("Name", "清溪县公安局"), ("Do", "add"));
        await filing.SubmitAsync();
        Assert.Equal("/petitions/new/matter", filing.Path);

        await database.BecomeAsync(way);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/help")).StatusCode);
        using var refused = await filing.SendAsync(("Request", "请求监督立案。"), ("Text", Typed));
        var page = await refused.Content.ReadAsStringAsync();
        AssertReadable(refused, page);
        Assert.Contains($"name=\"Text\" value=\"{Typed}\"", page, StringComparison.Ordinal);
        using var receipt = await FileAsync(visitor);
        AssertProblem(receipt, await receipt.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>());
        if (AwayDatabase.IsServer)
        {
            using var ready = await visitor.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Equal("{\"status\":\"unavailable\"}", await ready.Content.ReadAsStringAsync());
            using var other = await visitor.GetAsync("/verify/roots");
            AssertReadable(other, await other.Content.ReadAsStringAsync());
        }

        await database.BecomeAsync(RoadState.Open);

        await BackAsync(visitor, "/health/ready");
        await BackAsync(visitor, "/verify/roots");
        // The button of the error page sends what was typed once more.
        var again = await SendAgainAsync(visitor, page);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("/petitions/new/files", again.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Created, (await FileAsync(visitor)).StatusCode);
        Assert.Equal(1, await KilledPortalTests.RowsAsync(database.DirectConnectionString));
    }

    /// <summary>Every piece 400 ms late: what has a connection works, what must open one may run out of its three seconds and says so.</summary>
    [Fact]
    public async Task Portal_OnASlowDatabase_WorksOrSaysSo()
    {
        await using var database = await AwayDatabase.CreateAsync();
        await using var node = Node(database);
        using var visitor = Client(node);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);

        await database.BecomeAsync(RoadState.Slow);

        var acknowledged = 0;
        foreach (var path in new[] { "/", "/help", "/verify/roots" })
        {
            using var page = await visitor.GetAsync(path);
            AssertAnswered(page, HttpStatusCode.OK);
        }

        using (var slow = await FileAsync(visitor))
        {
            AssertAnswered(slow, HttpStatusCode.Created);
            acknowledged += slow.StatusCode == HttpStatusCode.Created ? 1 : 0;
        }

        await database.BecomeAsync(RoadState.Open);
        await BackAsync(visitor, "/health/ready");
        Assert.Equal(HttpStatusCode.Created, (await FileAsync(visitor)).StatusCode);
        // An answer that came too late may have been stored; what was acknowledged always is.
        Assert.InRange(await KilledPortalTests.RowsAsync(database.DirectConnectionString), acknowledged + 1, 2);
    }

    private static void AssertAnswered(HttpResponseMessage answer, HttpStatusCode good)
    {
        Assert.Contains(answer.StatusCode, new[] { good, HttpStatusCode.ServiceUnavailable });
        Assert.Equal(answer.StatusCode == HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
    }

    private WebApplicationFactory<Program> Node(AwayDatabase database) =>
        portal.WithWebHostBuilder(builder => builder.UseSetting("Database:ConnectionString", database.ConnectionString));

    private static HttpClient Client(WebApplicationFactory<Program> node) => node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task<HttpResponseMessage> FileAsync(HttpClient client)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions") { Content = JsonContent.Create(ApiBodies.Petition()) };
        post.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.SendAsync(post);
    }

    private static Task<HttpResponseMessage> SendAgainAsync(HttpClient client, string page)
    {
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }

    private static void AssertReadable(HttpResponseMessage answer, string page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("服务暂时不可用", page, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    private static void AssertProblem(HttpResponseMessage answer, System.Text.Json.JsonElement problem)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }

    private static async Task BackAsync(HttpClient client, string path)
    {
        var status = HttpStatusCode.Unused;
        for (var tries = 0; tries < 300 && status != HttpStatusCode.OK; tries++)
        {
            using var answer = await client.GetAsync(path);
            status = answer.StatusCode;
            Assert.NotEqual(HttpStatusCode.InternalServerError, status);
            await Task.Delay(status == HttpStatusCode.OK ? 0 : 100);
        }

        Assert.Equal(HttpStatusCode.OK, status);
    }
}
