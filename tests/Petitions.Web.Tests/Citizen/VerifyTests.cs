using System.Net;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>The check of a receipt as its holder meets it, without JavaScript.</summary>
public sealed class VerifyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Verify_FromTheCodeOnTheReceipt_SaysSame()
    {
        var petition = await portal.Given.Petition();
        var browser = new CitizenBrowser(portal.Browser());
        await browser.GetAsync($"/verify?culture=en&number={petition.Number}&hash={petition.ReceiptHash}");

        await browser.SubmitAsync();

        Assert.Equal("The same as filed on 2 March 2026, 08:30", browser.Page.QuerySelector("[role=status] h2")!.TextContent.Trim());
    }

    [Fact]
    public async Task Verify_WrongHashOrUnknownNumber_AnswerTheSameText()
    {
        var petition = await portal.Given.Petition();

        Assert.Equal(await AnswerAsync(petition.Number, new string('0', 64)), await AnswerAsync("QX-2222-2222", petition.ReceiptHash));
    }

    [Fact]
    public async Task Verify_NumberAlone_IsAskedForTheHash()
    {
        var petition = await portal.Given.Petition();
        var browser = new CitizenBrowser(portal.Browser());
        await browser.GetAsync("/verify");

        await browser.SubmitAsync(("Number", petition.Number));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Single(browser.Errors);
    }

    private async Task<string> AnswerAsync(string number, string hash)
    {
        var browser = new CitizenBrowser(portal.Browser());
        await browser.GetAsync("/verify");
        await browser.SubmitAsync(("Number", number), ("Hash", hash));
        return browser.Page.QuerySelector("[role=status]")!.TextContent;
    }
}
