using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
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
    public static async Task<HttpClient> SignedInAsync(this WebApplicationFactory<Program> portal, string userName)
    {
        var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var answer = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", userName), ("Password", DemoStaff.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Opens a page and sends the form of it that posts to this address, as a person does. The page must have that form.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var form = PageForm.Of(await client.GetStringAsync(page), page, action, fields);
        using var content = form.Filled(fields);
        return await client.PostAsync(form.Address, content);
    }

    /// <summary>Sends the form of a page that is at hand already, such as the one a refused form was answered with.</summary>
    public static async Task<HttpResponseMessage> PostShownAsync(this HttpClient client, HttpResponseMessage shown, string page, string action, params (string Name, string Value)[] fields)
    {
        var form = PageForm.Of(await shown.Content.ReadAsStringAsync(), page, action, fields);
        using var content = form.Filled(fields);
        return await client.PostAsync(form.Address, content);
    }

    /// <summary>Opens a page and takes the token of its form that posts to this address, to send files with it.</summary>
    public static async Task<string> FormTokenAsync(this HttpClient client, string page, string action) => PageForm.Of(await client.GetStringAsync(page), page, action).Token;

    /// <summary>
    /// Posts what no form of the page offers: an old page sent late, a tampered one, or somebody who may not.
    /// The token is that of any form, as such a sender would take it, so that the refusal is not one for want of a token.
    /// </summary>
    public static async Task<HttpResponseMessage> PostForgedAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        using var document = new HtmlParser().ParseDocument(await client.GetStringAsync(page));
        var token = document.QuerySelector($"input[name={PageForm.TokenName}]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new(PageForm.TokenName, token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.PostAsync(action, content);
    }
}
