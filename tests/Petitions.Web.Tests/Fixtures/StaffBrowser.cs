using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Setup;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>Signs in through the real page, as a person does.</summary>
public static class StaffBrowser
{
    public static async Task SeedDemoStaffAsync(this PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoStaff>().SeedAsync(default);
    }

    /// <summary>A browser signed in as a demo account.</summary>
    public static async Task<HttpClient> SignedInAsync(this PortalFactory portal, string userName)
    {
        var client = portal.Browser();
        var answer = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", userName), ("Password", DemoStaff.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Opens a page, takes its antiforgery token and posts the fields.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var token = new HtmlParser().ParseDocument(html).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync(action, new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }
}
