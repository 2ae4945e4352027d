using AngleSharp.Html.Parser;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Hosting;

/// <summary>UX-040, UX-081, UX-083: the language is asked for once, kept, and changes neither page nor query.</summary>
public sealed class LanguageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData(null, "zh-Hans")]
    [InlineData("en", "en")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("tlh", "zh-Hans")]
    public async Task Culture_OfTheAddress_IsTheLanguageOfThePage(string? asked, string expected)
    {
        using var client = portal.Browser();

        var page = await PageAsync(client, asked is null ? "/help" : $"/help?culture={asked}");

        Assert.Equal(expected, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Culture_Chosen_IsKeptForTheNextPage()
    {
        using var client = portal.Browser();
        await client.GetAsync("/?culture=en");

        Assert.Equal("en", (await PageAsync(client, "/rights")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Switch_KeepsPageAndQuery()
    {
        using var client = portal.Browser();

        var page = await PageAsync(client, "/verify?number=QX-2222-3333&hash=abc");

        var other = page.QuerySelector("a[hreflang=en]")!.GetAttribute("href")!;
        Assert.StartsWith("/verify?", other, StringComparison.Ordinal);
        Assert.All(new[] { "number=QX-2222-3333", "hash=abc", "culture=en" }, part => Assert.Contains(part, other, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-Hans", "2026年3月2日")]
    [InlineData("en", "2 March 2026")]
    public async Task Dates_AreWrittenInTheLanguageOfThePage(string culture, string expected)
    {
        var petition = await portal.Given.Petition();
        using var client = portal.Browser();

        var answer = await client.PostFormAsync($"/verify?culture={culture}", "/verify", ("Number", petition.Number), ("Hash", petition.ReceiptHash));

        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));
}
