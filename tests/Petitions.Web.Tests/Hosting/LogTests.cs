using System.Net.Http.Json;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;
using Petitions.Web.Tests.Kill;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md D4, UX-100: the log of a running portal holds nothing of a person, not even what he typed wrong.</summary>
public sealed class LogTests
{
    private static readonly string[] Marked =
        ["标记姓名", "13800007777", "990101199003070015", "标记地址十二号", "标记的事情经过", "标记的请求", "标记单位", "marked@example.org", "2222-3333-4444", "marked-password", "标记的垃圾"];

    [Drill(TestEngine.Postgres)]
    public async Task Log_AfterFilingTrackingAndSignIn_NamesNobody()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        await portal.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/v1/petitions")
        {
            Content = JsonContent.Create(new
            {
                category = "Complaint",
                subCategory = "B5",
                title = "标记的事情经过",
                text = "标记的事情经过",
                request = "标记的请求",
                petitioner = new { identityMode = "RealNameUnverified", name = "标记姓名", idKind = "ResidentId", idNumber = "990101199003070015", phone = "13800007777", email = "marked@example.org", address = "标记地址十二号" },
                respondents = new[] { new { kind = "Unit", name = "标记单位" } },
            }),
        };
        post.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var filed = await client.SendAsync(post);
        Assert.Equal(System.Net.HttpStatusCode.Created, filed.StatusCode);
        var code = (await filed.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("queryCode").GetString()!;
        await client.PostFormAsync("/petitions/track", "/petitions/track", ("Number", "QX-2222-3333"), ("Code", "2222-3333-4444"));
        await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", "CaseOfficer"), ("Password", "marked-password"));
        await client.PostAsJsonAsync("/api/v1/petitions", new { category = "标记的垃圾", unknown = "标记的垃圾" });
        await client.GetAsync("/verify?number=QX-2222-3333&hash=标记的垃圾");

        Assert.Contains("Now listening", portal.Output, StringComparison.Ordinal);
        Assert.All(Marked.Append(code).Append("127.0.0.1 "), secret => Assert.DoesNotContain(secret, portal.Output, StringComparison.Ordinal));
    }
}
