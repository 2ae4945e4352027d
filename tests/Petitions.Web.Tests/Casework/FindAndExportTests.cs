using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Exports;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Exports;
using Petitions.Services.Search;
using Petitions.Services.Setup;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

/// <summary>Search and exports in the browser: the address holds the filters, the wall holds, the file is its maker's alone (security.md B2, C6).</summary>
public sealed class FindAndExportTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("q=x&from=2026-02-30", "From")]
    [InlineData("q=x&to=%E6%98%8E%E5%A4%A9", "To")]
    [InlineData("q=x&from=2026-03-02&to=2026-03-01", "To")]
    [InlineData("q=x&state=NoSuch", null)]
    [InlineData("q=x&office=nobody", null)]
    public async Task Search_AFilterThatIsNotUnderstood_Is422_WithWhatWasTyped(string query, string? field)
    {
        using var client = await portal.SignedInAsync("PetitionDirector");

        var answer = await client.GetAsync("/search?" + query);
        var page = await PageAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("x", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".pt-err"));
        Assert.True(field is null || page.QuerySelector($"#{field}-error") is not null);
    }

    [Fact]
    public async Task Search_SentAsAForm_KeepsTextAndFiltersInTheAddress_AndTheFormShowsThem()
    {
        var found = await IndexedAsync(filed => filed with { Title = "琥珀色的围墙" });
        var other = await IndexedAsync(filed => filed with { Title = "琥珀色的围墙", Category = "Report", SubCategory = "C2" });
        using var client = await portal.SignedInAsync("PetitionDirector");

        var sent = await client.PostFormAsync("/search", "/search", ("q", "琥珀色的围墙"), ("category", "Complaint"), ("state", "Registered"), ("from", "2020-01-01"));
        var address = sent.Headers.Location!.OriginalString;
        var page = await PageAsync(await client.GetAsync(address));

        Assert.StartsWith("/search?", address, StringComparison.Ordinal);
        foreach (var part in new[] { "category=Complaint", "state=Registered", "from=2020-01-01" })
        {
            Assert.Contains(part, address, StringComparison.Ordinal);
        }

        Assert.Equal("琥珀色的围墙", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("Complaint", ((IHtmlSelectElement)page.QuerySelector("#category")!).Value);
        Assert.Contains("Online", ((IHtmlSelectElement)page.QuerySelector("#channel")!).Options.Select(option => option.Value));
        var rows = page.QuerySelectorAll("main tbody tr");
        Assert.Contains(found.Number, Assert.Single(rows).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("category=Complaint", page.QuerySelector("a[href^='/exports/new']")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    /// <summary>The officer complained of finds nothing, in words that are those of a text nobody wrote.</summary>
    [Fact]
    public async Task Search_ByTheOfficerComplainedOf_FindsNothing()
    {
        var staff = await portal.QueryAsync(db => db.Users.Where(u => u.UserName == "PetitionDirector").Select(u => u.StaffId).SingleAsync());
        var petition = await IndexedAsync(filed => filed with { Title = "翡翠色的窗框", Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "某人", StaffId = staff }] });
        using var walled = await portal.SignedInAsync("PetitionDirector");
        using var open = await portal.SignedInAsync("DeputyChief");

        var theirs = await PageAsync(await walled.GetAsync("/search?q=翡翠色的窗框"));
        var nobody = await PageAsync(await walled.GetAsync("/search?q=没有人写过的词"));

        Assert.Contains(petition.Number, await open.GetStringAsync("/search?q=翡翠色的窗框"), StringComparison.Ordinal);
        Assert.Empty(theirs.QuerySelectorAll("main tbody tr"));
        Assert.Equal(nobody.QuerySelector("main [role=status]")!.TextContent, theirs.QuerySelector("main [role=status]")!.TextContent);
        Assert.DoesNotContain(petition.Number, theirs.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Asked_Made_AndFetchedByItsMakerAlone_WithItsFormulaNeutralised()
    {
        var petition = await portal.Given.Petition(filed => filed with { Title = "=HYPERLINK(\"http://127.0.0.1\")" });
        using var client = await portal.SignedInAsync("PetitionDirector");

        var id = await AskAsync(client, "Csv");
        var waiting = await PageAsync(await client.GetAsync($"/exports/{id}"));
        Assert.Equal("every 4s", waiting.QuerySelector("#export")!.GetAttribute("hx-trigger"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/exports/{id}/file")).StatusCode);
        await RunAsync();
        var done = await PageAsync(await client.GetAsync($"/exports/{id}"));
        Assert.Null(done.QuerySelector("#export")!.GetAttribute("hx-trigger"));
        var file = await client.GetAsync(done.QuerySelector($"a[href='/exports/{id}/file']")!.GetAttribute("href"));

        Assert.Equal(("text/csv", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Matches(@"^petitions-\d{8}-\d{4}\.csv$", file.Content.Headers.ContentDisposition.FileNameStar ?? file.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains(petition.Number, text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("刘芳", text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.QueryAsync(db => db.ExportDownloads.CountAsync(d => d.ExportId == id)));
        using var colleague = await portal.SignedInAsync("CityDirector");
        foreach (var page in new[] { $"/exports/{id}", $"/exports/{id}/file" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostForgedAsync("/exports", $"/exports/{id}/cancel")).StatusCode);
    }

    /// <summary>The workbook as a spreadsheet reads it (Open XML): headings, watermark, and no cell that is anything but text.</summary>
    [Fact]
    public async Task Export_AsWorkbook_Opened_HasHeadingsAndWatermark_AndNothingThatCalculates()
    {
        const string Formula = "=HYPERLINK(\"http://127.0.0.1/xlsx\")";
        var petition = await portal.Given.Petition(filed => filed with { Title = Formula });
        using var client = await portal.SignedInAsync("PetitionDirector");
        var id = await AskAsync(client, "Xlsx");
        await RunAsync();

        var file = await client.GetAsync($"/exports/{id}/file");

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
        Assert.True(file.Headers.CacheControl!.NoStore);
        using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync());
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var sheet = XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = sheet.Descendants(main + "row").Select(row => row.Elements(main + "c").Select(cell => cell.Value).ToList()).ToList();
        Assert.Equal(["信访编号", "收到日期", "受理单位"], rows[0].Take(3));
        var row = Assert.Single(rows, cells => cells[0] == petition.Number);
        Assert.Equal(rows[0].Count, row.Count);
        Assert.Equal(Formula, row[rows[0].IndexOf("标题")]);
        Assert.DoesNotContain("刘芳", row);
        var mark = Assert.Single(rows[^1]);
        Assert.Contains($"导出人：{DemoStaff.People.Single(person => person.UserName == "PetitionDirector").Name}", mark, StringComparison.Ordinal);
        Assert.Contains($"共 {rows.Count - 2} 条", mark, StringComparison.Ordinal);
        Assert.Contains(mark, sheet.Descendants(main + "oddFooter").Single().Value, StringComparison.Ordinal);
        Assert.Empty(sheet.Descendants(main + "f"));
        Assert.All(sheet.Descendants(main + "c"), cell => Assert.Equal("inlineStr", cell.Attribute("t")!.Value));
        // A cell that looks like a formula keeps a sign that it is text, also after somebody edits it.
        var guarded = XDocument.Load(zip.GetEntry("xl/styles.xml")!.Open()).Descendants(main + "cellXfs").Single().Elements().ToList().FindIndex(style => style.Attribute("quotePrefix")?.Value == "1");
        Assert.Equal($"{guarded}", sheet.Descendants(main + "c").First(cell => cell.Value == Formula).Attribute("s")!.Value);
    }

    [Fact]
    public async Task Export_Cancelled_IsNeverMade_AndCannotBeCancelledAgain()
    {
        using var client = await portal.SignedInAsync("PetitionDirector");
        var id = await AskAsync(client, "Xlsx");

        var cancelled = await client.PostFormAsync($"/exports/{id}", $"/exports/{id}/cancel");
        await RunAsync();

        Assert.Equal($"/exports/{id}", cancelled.Headers.Location?.OriginalString);
        Assert.Equal(ExportState.Cancelled, await portal.QueryAsync(db => db.ExportJobs.Where(job => job.Id == id).Select(job => job.State).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/exports/{id}/file")).StatusCode);
        Assert.Null((await PageAsync(await client.GetAsync($"/exports/{id}"))).QuerySelector($"form[action='/exports/{id}/cancel']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostForgedAsync("/exports/new?box=Open", $"/exports/{id}/cancel")).StatusCode);
    }

    [Fact]
    public async Task Export_WithoutAReason_OrForAnotherRole_IsRefused()
    {
        using var client = await portal.SignedInAsync("PetitionDirector");
        using var handler = await portal.SignedInAsync("CaseOfficer");
        var before = await portal.QueryAsync(db => db.ExportJobs.CountAsync());

        var refused = await client.PostFormAsync("/exports/new?box=Open", "/exports", ("Box", "Open"), ("Format", "Csv"), ("Reason", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await PageAsync(refused)).QuerySelector("#Reason-error"));
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync("/exports")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.PostForgedAsync("/cases", "/exports", ("Box", "Open"), ("Reason", "统计"))).StatusCode);
        Assert.Equal(before, await portal.QueryAsync(db => db.ExportJobs.CountAsync()));
    }

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Names in clear wait for a second person, who sees what is asked for and why.</summary>
    [Fact]
    public async Task Export_WithNames_WaitsOnThePageOfTheSecondPerson_WhoDecidesOnce()
    {
        await portal.Given.Petition();
        using var maker = await portal.SignedInAsync("PetitionDirector");
        using var deputy = await portal.SignedInAsync("DeputyChief");
        var asked = await maker.PostFormAsync("/exports/new?box=Open", "/exports", ("Box", "Open"), ("Format", "Csv"), ("Reason", "核对通讯地址"), ("WithNames", "true"));
        var decide = $"/export-approvals/{asked.Headers.Location!.OriginalString.Split('/')[^1]}";

        var waiting = await PageAsync(await deputy.GetAsync("/export-approvals"));
        var decided = await deputy.PostFormAsync("/export-approvals", decide, ("approve", "true"));
        var again = await deputy.PostForgedAsync("/staff", decide, ("approve", "false"));

        Assert.Contains("核对通讯地址", waiting.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (decided.StatusCode, again.StatusCode));
        Assert.NotNull((await PageAsync(again)).QuerySelector("#error-summary"));
    }

    private static async Task<Guid> AskAsync(HttpClient client, string format)
    {
        var asked = await client.PostFormAsync("/exports/new?box=Open", "/exports", ("Box", "Open"), ("Format", format), ("Reason", "月度统计"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return Guid.Parse(asked.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    private async Task RunAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExportRunner>().RunAsync(default);
    }

    private async Task<Petition> IndexedAsync(Func<NewPetition, NewPetition> change)
    {
        var petition = await portal.Given.Petition(change);
        await using var scope = portal.Services.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<SearchIndexer>().RunAsync(default) > 0)
        {
        }

        return petition;
    }
}
