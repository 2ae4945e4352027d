using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Clocks;
using Petitions.Services.Reference;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Engines;
using Petitions.Web.Access;
using Petitions.Web.Hosting;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Access;

/// <summary>
/// Every route and who may use it, as committed in RouteMatrix.csv (security.md B1). A route without a row fails, a row
/// without a route fails, and each role really gets what the row says.
/// </summary>
public sealed class RouteMatrixTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Unknown = "QX-2222-2222";
    private const int EverydayShare = 4;

    [Fact]
    public void Routes_AndTheCommittedTable_AreTheSame()
    {
        var routes = Routes().Select(route => route.Line).Distinct().Order(StringComparer.Ordinal).ToList();
        var table = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Access", "RouteMatrix.csv")).Skip(1).Where(line => line.Length > 0).ToList();

        var missing = routes.Except(table).ToList();
        var superfluous = table.Except(routes).ToList();

        Assert.NotEmpty(routes);
        Assert.True(missing.Count == 0, "Rows to add to RouteMatrix.csv:\n" + string.Join('\n', missing));
        Assert.True(superfluous.Count == 0, "Rows of RouteMatrix.csv without a route:\n" + string.Join('\n', superfluous));
    }

    [Drill(TestEngine.Sqlite)]
    public Task GetRoutes_AskedByEveryRole_AnswerAsTheTableSays() => AskEveryRoleAsync(
        route => route.Method == "GET" && route.Who != "public",
        // Live streams have no end: their heads say enough.
        (client, address) => client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead),
        (allowed, status) => allowed != (status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized));

    [Fact]
    public async Task GetRoutes_AskedWithoutSignIn_LeadToTheSignIn()
    {
        using var client = portal.Browser();
        var wrong = new List<string>();
        foreach (var route in Routes().Where(route => route.Method == "GET" && route.Who != "public"))
        {
            var answer = await client.GetAsync(Address(route.Pattern));
            if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.ToString().Contains("/staff/sign-in", StringComparison.Ordinal) != true)
            {
                wrong.Add($"{route.Pattern}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>
    /// Who may act, and that nobody's act is taken without the form's token (security.md C2): a role that may not is refused
    /// before the token is asked for, one that may is refused for want of it. A post that changes something would show as 302.
    /// </summary>
    [Drill(TestEngine.Sqlite)]
    public Task PostRoutes_AskedByEveryRoleWithoutAToken_AreRefusedForTheRightReason() => AskEveryRoleAsync(
        route => route.Method == "POST" && !route.Pattern.StartsWith("/api/", StringComparison.Ordinal),
        (client, address) => client.PostAsync(address, new FormUrlEncodedContent([])),
        (allowed, status) => status == (allowed ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden));

    /// <summary>No act is taken without the form's token but those listed: the one has no cookie, the other runs refused requests again (security.md B7, C2).</summary>
    [Fact]
    public void Acts_All_DemandTheFormsToken_ButTheListed()
    {
        string[] without = ["/api/v1/petitions", "/error/{code:int}"];
        var acts = Endpoints().Where(endpoint => Methods(endpoint).Any(method => method is not ("GET" or "HEAD"))).ToList();

        var open = acts.Where(endpoint => !DemandsToken(endpoint.Metadata.GetRequiredMetadata<ControllerActionDescriptor>())).Select(Pattern).Distinct().Order(StringComparer.Ordinal);

        Assert.True(acts.Count > 100, "Hardly any act was found.");
        Assert.Equal(without, open);
    }

    /// <summary>Whoever comes to a public page finds a token in each of its forms (security.md B7).</summary>
    [Fact]
    public async Task PublicPages_EachFormThatActs_CarriesItsToken()
    {
        using var client = portal.Browser();
        var (forms, bare) = (0, new List<string>());
        foreach (var route in Routes().Where(route => route.Method == "GET" && route.Who == "public" && !route.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await client.GetAsync(route.Pattern, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            foreach (var form in page.QuerySelectorAll("form").Where(form => "post".Equals(form.GetAttribute("method"), StringComparison.OrdinalIgnoreCase)))
            {
                forms++;
                if (string.IsNullOrEmpty(form.QuerySelector($"input[name={PageForm.TokenName}]")?.GetAttribute("value")))
                {
                    bare.Add($"{route.Pattern}: the form that posts to {form.GetAttribute("action") ?? "itself"}");
                }
            }
        }

        Assert.True(forms > 20, $"Only {forms} forms were found.");
        Assert.Empty(bare);
    }

    /// <summary>What security.md C8 names is limited by address; what the limits do is LimitTests' and AccountTests'.</summary>
    [Fact]
    public void Acts_ThatTryNumbersCodesAndPasswords_OrFillTheBooks_AreLimited()
    {
        (string Pattern, string Limit)[] wanted =
        [
            ("/api/v1/petitions", LimitSetup.Submit), ("/petitions/new/check", LimitSetup.Submit),
            ("/petitions/draft", LimitSetup.Query), ("/petitions/track", LimitSetup.Query), ("/verify", LimitSetup.Query), ("/visits/find", LimitSetup.Query), ("/visits/book/reason", LimitSetup.Query),
            ("/visits/book", LimitSetup.Booking), ("/visits/book/time", LimitSetup.Booking), ("/visits/book/check", LimitSetup.Booking), ("/visits/mine/change", LimitSetup.Booking),
            ("/petitions/new/files", LimitSetup.Upload),
            ("/staff/sign-in", LimitSetup.SignIn), ("/staff/two-factor", LimitSetup.SignIn), ("/staff/password", LimitSetup.SignIn),
            ("/admin/staff/new", LimitSetup.SignIn), ("/admin/staff/{id:guid}/password", LimitSetup.SignIn),
        ];
        var limits = Endpoints().Where(endpoint => Methods(endpoint).Contains("POST"))
            .Select(endpoint => (Pattern(endpoint), endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName ?? "none")).ToList();

        Assert.Empty(wanted.Except(limits));
    }

    private async Task AskEveryRoleAsync(
        Func<(string Method, string Pattern, string Who, string Line), bool> which,
        Func<HttpClient, string, Task<HttpResponseMessage>> ask,
        Func<bool, HttpStatusCode, bool> isRight)
    {
        await portal.SeedDemoStaffAsync();
        var reference = portal.Services.GetRequiredService<ReferenceCatalog>();
        var routes = Routes().Where(which).ToList();
        var wrong = new List<string>();
        var asked = 0;
        var day = ChinaTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber;
        foreach (var (turn, role) in reference.Items("Role").Select(item => item.Code).Index())
        {
            var abilities = reference.Items("RoleAbility").Where(row => row.Parent == role).Select(row => row.Code).ToHashSet();
            using var client = await portal.SignedInAsync(DemoStaff.People.First(person => person.Role == role).UserName);
            // Thousands of pairs: a whole run asks them all, an everyday run a quarter, the next day another.
            foreach (var route in routes.Where((_, place) => WholeRun.Is || (turn + place + day) % EverydayShare == 0))
            {
                var allowed = MayAsk(route.Who, abilities);
                using var answer = await ask(client, Address(route.Pattern));
                asked++;
                if (!isRight(allowed, answer.StatusCode))
                {
                    wrong.Add($"{role} {route.Pattern}: {(int)answer.StatusCode}, allowed {allowed}");
                }
            }
        }

        Assert.True(asked > 500, "Hardly any route was asked.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private List<(string Method, string Pattern, string Who, string Line)> Routes() =>
    [
        .. Endpoints().SelectMany(endpoint => Methods(endpoint).Select(method =>
            {
                var (pattern, who) = (Pattern(endpoint), Who(endpoint));
                return (method, pattern, who, $"{method},{pattern},{who}");
            })),
    ];

    private IEnumerable<RouteEndpoint> Endpoints() => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>The filter for all acts is there, and nothing nearer to the act takes it back.</summary>
    private static bool DemandsToken(ControllerActionDescriptor act)
    {
        var filters = act.FilterDescriptors.Select(descriptor => descriptor.Filter).ToList();
        return filters.OfType<AutoValidateAntiforgeryTokenAttribute>().Any() && !filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any();
    }

    private static string Who(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "public";
        }

        // Each policy names abilities of which one is enough; all policies must hold.
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Where(name => name != AbilityPolicies.SignedIn).Distinct();
        var who = string.Join('&', policies.Select(policy => policy.Replace(',', '|')));
        return who.Length == 0 ? "signed-in" : who;
    }

    private static bool MayAsk(string who, HashSet<string> abilities) =>
        who is "signed-in" or "public" || who.Split('&').All(policy => policy.Split('|').Any(abilities.Contains));

    private static string Address(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{([a-z]+)[^}]*\}", match =>
        match.Groups[1].Value == "number" ? Unknown : match.Value.Contains(":length(22)", StringComparison.Ordinal) ? new string('A', 22) : match.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "none");
}
