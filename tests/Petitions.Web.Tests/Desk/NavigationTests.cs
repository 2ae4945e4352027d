using AngleSharp.Dom;

namespace Petitions.Web.Tests.Desk;

/// <summary>The side navigation: headings where it is long, all open without script, one current line, each line once.</summary>
[Collection(DeskCollection.Name)]
public sealed class NavigationTests(DeskHall hall)
{
    [Fact]
    public async Task LongNavigation_StandsUnderHeadings_InBothLanguages_AndOneLineIsCurrent()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        // Chinese comes last: the choice of language stays with the browser, and others use this one after us.
        foreach (var (culture, headings) in new[] { ("en", new[] { "Hall and visits", "Letters and calls" }), ("zh-Hans", new[] { "大厅与来访", "来信来电" }) })
        {
            var nav = await NavAsync(clerk, $"/desk/day?culture={culture}");
            var groups = nav.QuerySelectorAll("details").ToList();

            Assert.InRange(groups.Count, 2, 5);
            Assert.Equal(headings, groups.Take(2).Select(group => group.QuerySelector("summary")!.TextContent.Trim()));
            Assert.All(groups, group => Assert.True(group.HasAttribute("open") && group.QuerySelectorAll("a").Length > 1, group.TextContent));
            var current = Assert.Single(nav.QuerySelectorAll("[aria-current]"));
            Assert.Equal(("/desk/day", "page"), (current.GetAttribute("href"), current.GetAttribute("aria-current")));
            Assert.Same(groups[0], current.Closest("details"));
            var addresses = nav.QuerySelectorAll("a").Select(line => line.GetAttribute("href")).ToList();
            Assert.Equal(addresses.Distinct().Count(), addresses.Count);
            Assert.Equal("/staff", addresses[0]);
            Assert.Equal("/staff/security", addresses[^1]);
        }
    }

    /// <summary>One portal serves many offices: whoever works in another one than the site's reads his own at the head.</summary>
    [Theory]
    [InlineData("ReceptionOfficer", "清溪县")]
    [InlineData("CityReception", "砚阳市")]
    public async Task Head_NamesTheOfficeOfWhoIsSignedIn(string who, string office)
    {
        var page = await DeskHall.PageAsync(await hall.AsAsync(who), "/staff");

        Assert.StartsWith(office, page.QuerySelector("[data-testid=office]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A page below a line is not the page of that line.</summary>
    [Fact]
    public async Task Page_BelowALine_MarksItAsTheWayHere()
    {
        var current = Assert.Single((await NavAsync(await hall.AsAsync("ReceptionOfficer"), "/desk/paper-slips")).QuerySelectorAll("[aria-current]"));

        Assert.Equal(("/desk", "true"), (current.GetAttribute("href"), current.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task ShortNavigation_HasNoHeadings()
    {
        var nav = await NavAsync(await hall.AsAsync("LiaisonPerson"), "/staff");

        Assert.Empty(nav.QuerySelectorAll("details"));
        Assert.NotEmpty(nav.QuerySelectorAll("a"));
    }

    private static async Task<IElement> NavAsync(HttpClient client, string address) => (await DeskHall.PageAsync(client, address)).QuerySelector("nav.pt-side")!;
}
