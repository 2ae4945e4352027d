using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Indicators;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Supervision;

/// <summary>Indicators, letters, leaders and load as pages.</summary>
public sealed class IndicatorPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("PetitionDirector", "/board/indicators", HttpStatusCode.OK)]
    [InlineData("DepartmentHead", "/board/indicators", HttpStatusCode.OK)]
    [InlineData("DisclosureEditor", "/board/indicators", HttpStatusCode.OK)]
    [InlineData("CaseOfficer", "/board/indicators", HttpStatusCode.Forbidden)]
    [InlineData("DisclosureEditor", "/board/indicators/Received", HttpStatusCode.Forbidden)]
    [InlineData("PetitionDirector", "/board/indicators/Nonsense", HttpStatusCode.NotFound)]
    [InlineData("PetitionDirector", "/board/visits?from=2026-01-01&to=2026-12-31", HttpStatusCode.OK)]
    [InlineData("DisclosureEditor", "/board/visits", HttpStatusCode.OK)]
    [InlineData("CaseOfficer", "/board/visits", HttpStatusCode.Forbidden)]
    [InlineData("DisclosureEditor", "/board/visits/All", HttpStatusCode.Forbidden)]
    [InlineData("PetitionDirector", "/board/visits/Nonsense", HttpStatusCode.NotFound)]
    [InlineData("ChiefProcurator", "/board/visits/bookings?kind=Hall&state=NoShow", HttpStatusCode.OK)]
    [InlineData("PetitionDirector", "/desk/ledger/print?from=nonsense", HttpStatusCode.OK)]
    [InlineData("CaseOfficer", "/desk/ledger", HttpStatusCode.Forbidden)]
    [InlineData("ChiefProcurator", "/board/letters", HttpStatusCode.OK)]
    [InlineData("DepartmentHead", "/board/letters", HttpStatusCode.NotFound)]
    [InlineData("ChiefProcurator", "/board/letters/2026-01-05", HttpStatusCode.NotFound)]
    [InlineData("ChiefProcurator", "/board/letters/nonsense", HttpStatusCode.NotFound)]
    [InlineData("DepartmentHead", "/board/load", HttpStatusCode.OK)]
    [InlineData("ChiefProcurator", "/board/leaders", HttpStatusCode.OK)]
    [InlineData("CaseOfficer", "/board/leaders", HttpStatusCode.Forbidden)]
    public async Task Page_AnswersEachRole(string userName, string address, HttpStatusCode expected)
    {
        using var client = await portal.SignedInAsync(userName);

        Assert.Equal(expected, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Indicators_ShowFormulaAndN_AndTheNumberOpensItsRows()
    {
        var first = await portal.Given.Petition();
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RollUpService>().RunAsync(default);
        }

        using var client = await portal.SignedInAsync("PetitionDirector");
        var page = await PageAsync(client, "/board/indicators?from=2026-03-01&to=2026-03-31");
        var link = page.QuerySelectorAll("main tbody th a").First();
        var n = link.ParentElement!.ParentElement!.QuerySelectorAll("td")[1].TextContent.Trim();
        var rows = await PageAsync(client, link.GetAttribute("href")!);

        Assert.Equal(n, rows.QuerySelectorAll("main tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(first.Number, rows.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Of fewer than five no value is shown (domain.md 6), n beside it always.
        var lines = page.QuerySelectorAll("main tbody tr").Select(row => row.QuerySelectorAll("td")).Where(cells => cells.Length == 4).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines.Where(cells => cells[1].TextContent.Trim() is "1" or "2" or "3" or "4"), cells => Assert.Equal("样本少于5", cells[2].TextContent.Trim()));
        Assert.NotNull(page.QuerySelector("figure.pt-chart svg[role=img][aria-label]"));
        Assert.Equal(12, page.QuerySelectorAll("figure.pt-chart details tbody tr").Length);
    }

    [Fact]
    public async Task Letter_IsMadeOnce_AndItsBytesStayTheSame()
    {
        using var chief = await portal.SignedInAsync("ChiefProcurator");
        var made = await chief.PostFormAsync("/board/letters", "/board/letters/2026-02-16");
        Assert.Equal("/board/letters/2026-02-16", made.Headers.Location!.ToString());
        var before = await chief.GetByteArrayAsync("/board/letters/2026-02-16/data");
        await portal.Given.Petition();
        await chief.PostForgedAsync("/board/letters", "/board/letters/2026-02-16");

        Assert.Equal(before, await chief.GetByteArrayAsync("/board/letters/2026-02-16/data"));
        Assert.NotNull((await PageAsync(chief, "/board/letters/2026-02-16")).QuerySelector("h1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chief.PostForgedAsync("/board/letters", "/board/letters/2026-02-17")).StatusCode);
    }

    [Fact]
    public async Task Leader_IsNamedByForm_AWrongNumberIsAnErrorOfTheForm()
    {
        using var director = await portal.SignedInAsync("PetitionDirector");
        var petition = await portal.Given.Petition();
        var page = await PageAsync(director, "/board/leaders");
        var leader = page.QuerySelector("input[name=StaffId]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.PostFormAsync("/board/leaders", "/board/leaders",
            ("Number", "QX-2222-2222"), ("StaffId", leader), ("DueOn", "2026-05-01"), ("Plan", "约谈。"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.PostFormAsync("/board/leaders", "/board/leaders",
            ("Number", petition.Number), ("StaffId", leader), ("DueOn", "x"), ("Plan", "约谈。"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await director.PostFormAsync("/board/leaders", "/board/leaders",
            ("Number", petition.Number), ("StaffId", leader), ("DueOn", "2026-05-01"), ("Plan", "约谈。"))).StatusCode);

        Assert.Contains(petition.Number, (await PageAsync(director, "/board/leaders")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));
}
