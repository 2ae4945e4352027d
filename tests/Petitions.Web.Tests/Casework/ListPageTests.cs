using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Web.Display;
using Petitions.Web.Hosting;
using Petitions.Web.Navigation;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

/// <summary>What every list owes (ui-guide 7): figures that are their rows, filters in the address, words where nothing is, cards on a phone.</summary>
public sealed class ListPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await portal.SeedDemoStaffAsync();
        if (await portal.QueryAsync(db => db.Petitions.AnyAsync()))
        {
            return;
        }

        await portal.Given.Petition();
        await portal.Given.Petition(filed => filed with { Category = "Appeal", SubCategory = null });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Board_EachFigure_OpensExactlyItsRows()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var tiles = (await PageAsync(director, "/board")).QuerySelectorAll("a.pt-tile");
        Assert.Equal(5, tiles.Length);
        Assert.Contains(tiles, tile => Figure(tile) != "0");

        foreach (var tile in tiles)
        {
            var list = await PageAsync(director, tile.GetAttribute("href")!);
            Assert.Equal(Figure(tile), list.QuerySelectorAll("main tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Contains(Figure(tile), list.QuerySelector(".pt-pager .pt-num")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/cases?box=Open&category=Appeal", "PetitionDirector")]
    [InlineData("/board/new?category=Appeal&sort=ReceivedDown", "PetitionDirector")]
    [InlineData("/screening?category=Appeal&sort=Received", "ScreeningOfficer")]
    public async Task Filter_LivesInTheAddress_AndStaysWhenTheOrderChanges(string address, string userName)
    {
        using var one = await portal.SignedInAsync(userName);
        using var other = await portal.SignedInAsync(userName);
        var page = await PageAsync(one, address);
        var rows = Rows(page);

        Assert.NotEmpty(rows);
        Assert.Equal(rows, Rows(await PageAsync(other, address)));
        Assert.True(rows.Count < Rows(await PageAsync(one, address.Replace("category=Appeal", "", StringComparison.Ordinal))).Count, "The filter takes nothing away.");
        var heads = page.QuerySelectorAll("main thead th a");
        Assert.NotEmpty(heads);
        Assert.All(heads, head => Assert.Contains("category=Appeal", head.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("Appeal", ((IHtmlSelectElement)page.QuerySelector("#category")!).Value);
    }

    [Theory]
    [InlineData("/screening?category=Appeal&sort=Received", "ScreeningOfficer", "/screening/")]
    [InlineData("/board/new?category=Appeal", "PetitionDirector", "/cases/")]
    public async Task Way_BackFromAMatter_KeepsTheFilter(string address, string userName, string matters)
    {
        using var client = await portal.SignedInAsync(userName);
        var row = Rows(await PageAsync(client, address))[0];

        var page = await PageAsync(client, matters + row);

        Assert.Equal(address, page.QuerySelector("a.pt-back")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Act_Finished_LeadsBackToTheFilteredList()
    {
        using var client = await portal.SignedInAsync("ScreeningOfficer");
        var row = Rows(await PageAsync(client, "/screening?category=Appeal"))[0];
        var page = $"/screening/{row}";
        await client.PostFormAsync(page, page + "/start", ("NoConflict", "true"));
        var own = await portal.QueryAsync(db => db.Departments.Where(d => d.Code == "D990101-07").Select(d => d.Id).SingleAsync());

        var done = await client.PostFormAsync(page, page + "/respondents", ("RespondentKind", "Unit"), ("RespondentName", "控告申诉检察部"), ("RespondentDepartmentId", own.ToString()));
        Assert.Equal("/screening?category=Appeal", done.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/screening?category=Appeal", "~/screening?category=Appeal")]
    [InlineData("/cases?box=Open", "~/screening")]
    [InlineData("//elsewhere.example/screening", "~/screening")]
    [InlineData("https://elsewhere.example/screening", "~/screening")]
    [InlineData("/screening/../dev/clock", "~/screening")]
    [InlineData("/screening?category=\n", "~/screening")]
    [InlineData("/screening?category=申诉", "~/screening")]
    [InlineData("", "~/screening")]
    public void LastList_OfACookie_BelievesOnlyTheListsItKnows(string kept, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "pt-list=" + Uri.EscapeDataString(kept);
        var last = new LastList(new HttpContextAccessor { HttpContext = http }, portal.Services.GetRequiredService<CookieNames>());

        Assert.Equal(expected, last.Of("/screening"));
    }

    [Theory]
    [InlineData("/cases", "CaseOfficer", "/cases?box=Open")]
    [InlineData("/cases?box=Open&category=Compensation", "PetitionDirector", "/cases?box=Open")]
    [InlineData("/board/new?category=Compensation", "PetitionDirector", "/board")]
    [InlineData("/screening?category=Compensation", "ScreeningOfficer", "/screening")]
    [InlineData("/admin/staff?name=%E6%97%A0%E6%AD%A4%E4%BA%BA", "SecurityAdmin", "/admin/staff")]
    [InlineData("/inspection/audit?from=1990-01-01&to=1990-01-02", "Auditor", "/inspection/audit")]
    public async Task List_WithoutRows_SaysSo_AndLeadsOn(string address, string userName, string leadsTo)
    {
        using var client = await portal.SignedInAsync(userName);

        var page = await PageAsync(client, address);

        Assert.Empty(page.QuerySelectorAll("main table"));
        var words = page.QuerySelectorAll("main p").Single(p => p.QuerySelector("a")?.GetAttribute("href") == leadsTo);
        Assert.True(words.TextContent.Trim().Length > words.QuerySelector("a")!.TextContent.Trim().Length, "It says not why it is empty.");
    }

    [Fact]
    public async Task Audit_AskedWithADayThatIsNone_SaysSo()
    {
        using var client = await portal.SignedInAsync("Auditor");

        var page = await PageAsync(client, "/inspection/audit?from=2026-13-45");

        Assert.Equal("#from", Assert.Single(page.QuerySelectorAll("#error-summary li a")).GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#from"));
    }

    [Theory]
    [InlineData("/cases?box=Open", "PetitionDirector")]
    [InlineData("/board/new", "PetitionDirector")]
    [InlineData("/screening", "ScreeningOfficer")]
    [InlineData("/admin/staff", "SecurityAdmin")]
    [InlineData("/admin/reference/PetitionCategory", "SystemAdmin")]
    [InlineData("/admin/clock-rules", "SystemAdmin")]
    [InlineData("/admin/quotas", "SystemAdmin")]
    [InlineData("/admin/offices", "SystemAdmin")]
    [InlineData("/inspection/audit", "Auditor")]
    public async Task Table_NamesItsRowsAndCells_AlsoAsCardsOnAPhone(string address, string userName)
    {
        using var client = await portal.SignedInAsync(userName);

        var tables = (await PageAsync(client, address)).QuerySelectorAll("main table");

        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            Assert.Equal("pt-stack", table.ClassList.Single(name => name == "pt-stack"));
            Assert.False(string.IsNullOrWhiteSpace(table.QuerySelector("caption")?.TextContent));
            Assert.All(table.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.FirstElementChild!.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody td"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-label"))));
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1,000")]
    [InlineData(1001, "1000+")]
    public void Total_IsExactToAThousand(int count, string expected) => Assert.Equal(expected, CountText.Total(count));

    private static string Figure(IElement tile) => tile.QuerySelector(".pt-kpi")!.TextContent;

    private static List<string> Rows(IParentNode page) => [.. page.QuerySelectorAll("main tbody tr").Select(row => row.FirstElementChild!.TextContent.Trim())];

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));
}
