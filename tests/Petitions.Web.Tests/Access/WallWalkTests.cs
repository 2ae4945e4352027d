using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Offices;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Access;

/// <summary>
/// The one complained of, signed in with every role there is, walks every GET route: no number, no title, no count
/// (security.md B2). New routes are walked without being named here.
/// </summary>
public sealed class WallWalkTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Secret = "绝不能让被反映人看到的标题";
    private const string Password = "the wall holds everywhere";

    [Theory]
    [InlineData("ByName")]
    [InlineData("ByPerson")]
    [InlineData("ByDepartment")]
    public async Task Respondent_WithEveryRole_FindsNoTraceOnAnyRoute(string named)
    {
        var roles = portal.Services.GetRequiredService<ReferenceCatalog>().Items("Role").Select(item => item.Code).Except(["SystemAdmin", "SecurityAdmin", "Auditor"]).ToArray();
        var accused = await portal.Given.Staff($"被反映人{named}", Given.SecondDepartment, roles);
        var petition = await portal.Given.Petition(filed => filed with
        {
            Title = Secret + named,
            RegisteredBy = accused.Id,
            Respondents = [new RespondentDetails
            {
                Kind = named == "ByDepartment" ? RespondentKind.Unit : RespondentKind.Person,
                Name = named == "ByDepartment" ? "第二检察部" : accused.Name,
                StaffId = named == "ByPerson" ? accused.Id : null,
                DepartmentId = named == "ByDepartment" ? accused.DepartmentId : null,
            }],
        });
        using var client = await SignInAsync(accused, named);
        var traces = new List<string>();
        var walked = 0;
        foreach (var address in Addresses(petition))
        {
            // Live streams have no end, and say only that something changed.
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            var body = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
            walked++;
            if (body.Contains(Secret + named, StringComparison.Ordinal)
                || (body.Contains(petition.Number, StringComparison.Ordinal) && !address.Contains(petition.Number, StringComparison.Ordinal))
                || (address.Contains(petition.Number, StringComparison.Ordinal) && IsStaffRoute(address) && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)))
            {
                traces.Add($"{address}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(walked > 30, $"Only {walked} addresses were walked.");
        Assert.True(await TriesAsync(petition, accused) > 0, "No try to open the matter was noted.");
        Assert.Empty(traces);
    }

    [Fact]
    public async Task Colleague_WhoIsNotMeant_SeesTheMatter()
    {
        var colleague = await portal.Given.Staff("另一名负责人", Given.PetitionDepartment, "PetitionDirector");
        var petition = await portal.Given.Petition(filed => filed with
        {
            Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "被反映人甲" }],
        });
        using var client = await SignInAsync(colleague, "colleague");

        var answer = await client.GetAsync($"/cases/{petition.Number}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<int> TriesAsync(Petition petition, Staff accused)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Petitions.Data.PetitionsDbContext>().ReadRecords
            .CountAsync(read => read.PetitionId == petition.Id && read.StaffId == accused.Id && read.What == RefusedReads.What);
    }

    private static bool IsStaffRoute(string address) => !address.StartsWith("/petitions", StringComparison.Ordinal) && !address.StartsWith("/api", StringComparison.Ordinal);

    private async Task<HttpClient> SignInAsync(Staff staff, string userName)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var made = await users.CreateAsync(new StaffAccount { Id = Guid.NewGuid(), UserName = userName, StaffId = staff.Id }, Password);
        Assert.True(made.Succeeded, string.Join(", ", made.Errors.Select(error => error.Code)));
        var client = portal.Browser();
        var answer = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", userName), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Development pages show everything by their nature and do not exist elsewhere.</summary>
    private IEnumerable<string> Addresses(Petition petition) => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
            && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(pattern => !pattern.StartsWith("/dev/", StringComparison.Ordinal) && !pattern.StartsWith("/error", StringComparison.Ordinal))
        .SelectMany(pattern => pattern.Contains("{box}", StringComparison.Ordinal)
            ? new[] { "new", "due", "open" }.Select(box => pattern.Replace("{box}", box, StringComparison.Ordinal))
            : [pattern])
        .Select(pattern => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{([a-zA-Z]+)[^}]*\}", match =>
            match.Groups[1].Value == "number" ? petition.Number : match.Groups[1].Value == "id" ? petition.Id.ToString() : match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "x"))
        .Concat([$"/cases?box=Open", $"/board/open?category={petition.Category}", "/cases?box=Closed"]);
}
