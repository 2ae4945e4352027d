using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Api;

public sealed class PetitionApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly HttpClient client = portal.Browser();

    [Fact]
    public async Task Post_Valid_Gives201WithReceipt()
    {
        var (answer, body) = await PostAsync(ApiBodies.Petition(), Key());

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/api/v1/petitions/{body.GetProperty("number").GetString()}", answer.Headers.Location?.ToString());
        Assert.Matches("^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$", body.GetProperty("queryCode").GetString());
        Assert.False(answer.Headers.Contains("Idempotent-Replay"));
    }

    [Fact]
    public async Task Post_SameKeySameBody_GivesTheSameReceiptMarkedReplay()
    {
        var key = Key();
        var (_, first) = await PostAsync(ApiBodies.Petition(), key);

        var (answer, again) = await PostAsync(ApiBodies.Petition(), key);

        Assert.Equal("true", Assert.Single(answer.Headers.GetValues("Idempotent-Replay")));
        Assert.Equal(first.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task Post_SameKeyOtherBody_Is409()
    {
        var key = Key();
        await PostAsync(ApiBodies.Petition(), key);

        var (answer, body) = await PostAsync(ApiBodies.Petition("Something else altogether."), key);

        AssertProblem(answer, body, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Post_WithoutKey_Is400()
    {
        var (answer, body) = await PostAsync(ApiBodies.Petition(), null);

        AssertProblem(answer, body, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_UnknownMember_Is400NamingIt()
    {
        var petition = ApiBodies.Petition();
        petition["handler"] = "me";

        var (answer, body) = await PostAsync(petition, Key());

        AssertProblem(answer, body, HttpStatusCode.BadRequest);
        Assert.Contains("handler", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutText_Is400WithTraceId()
    {
        var petition = ApiBodies.Petition();
        petition["text"] = null;

        var (answer, body) = await PostAsync(petition, Key());

        AssertProblem(answer, body, HttpStatusCode.BadRequest);
        Assert.NotEmpty(body.GetProperty("traceId").GetString()!);
    }

    [Fact]
    public async Task Get_WrongCodeAndUnknownNumber_AreTheSame404()
    {
        var (_, receipt) = await PostAsync(ApiBodies.Petition(), Key());

        var (wrong, wrongBody) = await GetAsync(receipt.GetProperty("number").GetString()!, "2222-2222-2222");
        var (unknown, unknownBody) = await GetAsync("QX-7K3M-9FTD", "2222-2222-2222");

        AssertProblem(wrong, wrongBody, HttpStatusCode.NotFound);
        AssertProblem(unknown, unknownBody, HttpStatusCode.NotFound);
        Assert.Equal(wrongBody.GetProperty("detail").GetString(), unknownBody.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Get_WithTheCode_GivesTheState()
    {
        var (_, receipt) = await PostAsync(ApiBodies.Petition(), Key());

        var (answer, body) = await GetAsync(receipt.GetProperty("number").GetString()!, receipt.GetProperty("queryCode").GetString()!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Registered", body.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", "application/json", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/petitions", "application/json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/petitions", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Api_RefusedByRouting_AnswersProblemJson(string method, string path, string type, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
        {
            request.Content = new StringContent("x", Encoding.UTF8, type);
        }

        using var answer = await client.SendAsync(request);

        AssertProblem(answer, await answer.Content.ReadFromJsonAsync<JsonElement>(), expected);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningPortal_Is200(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Key() => Guid.NewGuid().ToString();

    private static void AssertProblem(HttpResponseMessage answer, JsonElement body, HttpStatusCode expected)
    {
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, body.GetProperty("status").GetInt32());
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Body)> PostAsync(object petition, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions") { Content = JsonContent.Create(petition) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await SendAsync(request);
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Body)> GetAsync(string number, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/petitions/{number}");
        request.Headers.Add("X-Query-Code", code);
        return await SendAsync(request);
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await client.SendAsync(request);
        return (answer, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
