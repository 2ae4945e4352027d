using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Jobs;
using Petitions.Services.Tests.Documents;
using Petitions.Web.Tests.Citizen;
using Petitions.Web.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Petitions.Web.Tests.Casework;

/// <summary>Paper of a case: the whole file, one document as print view, docx and PDF, and documents on demand (issue 3, slice 2).</summary>
public sealed class CasePaperTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CaseFile_HasCoverIndexAndItems_SaysWhoPrinted_AndIsLogged()
    {
        var petition = await AcceptedAsync();
        using var client = await portal.SignedInAsync("CaseOfficer");

        var answer = await client.GetAsync($"/cases/{petition.Number}/case-file");
        var page = await PageAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Single(page.QuerySelectorAll("h1"));
        var index = page.QuerySelectorAll(".index tbody tr").Select(row => row.QuerySelector("a")!).ToList();
        Assert.Equal(["信访登记表", "信访材料", "办理期限", "承办安排", "受理通知书", "办理经过"], index.Select(link => link.TextContent).Where(title => title != "送达记录"));
        Assert.All(index, link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Contains(petition.Text, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("清检控申受", page.QuerySelector(".index")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("王磊", page.QuerySelector(".mark")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("王磊", page.QuerySelector(".cover .printed")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("刘芳", page.QuerySelector(".cover")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.QueryAsync(db => db.ReadRecords.CountAsync(read => read.PetitionId == petition.Id && read.What == "CaseFile")));
    }

    [Fact]
    public async Task CaseFile_InEnglish_HasEnglishHeads_AndChineseDocuments()
    {
        var petition = await AcceptedAsync();
        using var client = await portal.SignedInAsync("CaseOfficer");

        var page = await PageAsync(await client.GetAsync($"/cases/{petition.Number}/case-file?culture=en"));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Case file", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("受理通知书", page.QuerySelector("[lang=zh-Hans] h2.title")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Wrong role 403; unknown, and somebody else's, the same 404.</summary>
    [Theory]
    [InlineData("/cases/{0}/case-file")]
    [InlineData("/cases/{0}/case-file.pdf")]
    [InlineData("/cases/{0}/documents")]
    public async Task Paper_WrongRole_OrOutOfReach_IsRefused(string address)
    {
        var petition = await AcceptedAsync();
        using var admin = await portal.SignedInAsync("SystemAdmin");
        using var other = await portal.SignedInAsync("ScreeningOfficer");
        using var handler = await portal.SignedInAsync("CaseOfficer");
        string At(string number) => string.Format(System.Globalization.CultureInfo.InvariantCulture, address, number);

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(At(petition.Number))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(At(petition.Number))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await handler.GetAsync(At("QX-2222-2222"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(At(petition.Number))).StatusCode);
    }

    /// <summary>Without a Chromium the PDF is 503 and shows the print view, which offers none.</summary>
    [Fact]
    public async Task Pdf_WithoutChromium_Is503_WithThePrintView()
    {
        var petition = await AcceptedAsync();
        using var client = await portal.SignedInAsync("CaseOfficer");
        var document = await portal.QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id).Select(d => d.Id).FirstAsync());

        foreach (var address in new[] { $"/cases/{petition.Number}/case-file.pdf", $"/cases/{petition.Number}/documents/{document}.pdf" })
        {
            var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            var page = await PageAsync(answer);
            Assert.Contains("受理通知书", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("没有生成PDF的程序", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(".pdf", await client.GetStringAsync($"/cases/{petition.Number}/case-file"), StringComparison.Ordinal);
        Assert.DoesNotContain(".pdf", await client.GetStringAsync($"/cases/{petition.Number}/documents/{document}/print"), StringComparison.Ordinal);
    }

    /// <summary>Somebody meant to have PDFs: said in the log at the start and at each print, and to the administrator.</summary>
    [Fact]
    public async Task Pdf_ChromiumConfiguredAndMissing_IsSaidAtTheStart_AtThePrint_AndToTheAdministrator()
    {
        const string Nowhere = "/no/such/chromium";
        using var log = new KeptLog();
        await using var host = portal.WithWebHostBuilder(builder => builder.UseSetting("Documents:Chromium:Path", Nowhere).ConfigureServices(services =>
        {
            services.RemoveAll<ILoggerFactory>();
            services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log]));
        }));
        using var admin = await host.SignedInAsync("SystemAdmin");
        var petition = await AcceptedAsync();
        using var client = await host.SignedInAsync("CaseOfficer");

        Assert.Single(log.Lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.Contains($"names {Nowhere}, where there is no program", StringComparison.Ordinal));
        var answer = await client.GetAsync($"/cases/{petition.Number}/case-file.pdf?culture=en");
        var status = await PageAsync(await admin.GetAsync("/admin/status?culture=en"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("no program that makes PDFs", (await PageAsync(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning No PDF was made", StringComparison.Ordinal) && line.Contains(Nowhere, StringComparison.Ordinal));
        Assert.Contains(status.QuerySelectorAll(".alert-warning li"), warning => warning.TextContent.Contains(Nowhere, StringComparison.Ordinal));
    }

    /// <summary>Through its route and a real Chromium: the words of the letter, and the same bytes ever after.</summary>
    [Fact]
    public async Task Pdf_OfAnIssuedDocument_HoldsItsWords_AndIsTheSameAgain()
    {
        var petition = await AcceptedAsync();
        var document = await portal.QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id).SingleAsync());
        await using var host = portal.WithWebHostBuilder(builder => builder.UseSetting("Documents:Chromium:Path", TestChromium.Path)
            .UseSetting("Documents:Chromium:NoSandbox", Environment.IsPrivilegedProcess ? "true" : "false"));
        using var client = await host.SignedInAsync("CaseOfficer");
        var print = await PageAsync(await client.GetAsync($"/cases/{petition.Number}/documents/{document.Id}/print"));
        var address = print.QuerySelector("a[href$='.pdf']")!.GetAttribute("href");

        var answer = await client.GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(("attachment", $"{petition.Number}-受理通知书.pdf"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        using var pdf = PdfDocument.Open(bytes);
        var words = string.Concat(pdf.GetPages().Select(page => page.Text)).Normalize(NormalizationForm.FormKC);
        foreach (var word in new[] { "受理通知书", petition.Number, document.NumberText!, "刘芳" })
        {
            Assert.Contains(word.Normalize(NormalizationForm.FormKC), words, StringComparison.Ordinal);
        }

        Assert.Equal(bytes, await client.GetByteArrayAsync(address));
        Assert.Equal(3, await portal.QueryAsync(db => db.ReadRecords.CountAsync(read => read.PetitionId == petition.Id && read.What == "Document")));
    }

    [Fact]
    public async Task Document_Print_AndDocx_HaveTypeNameAndNoStore_AndAreLogged()
    {
        var petition = await AcceptedAsync();
        using var client = await portal.SignedInAsync("CaseOfficer");
        var document = await portal.QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id).Select(d => d.Id).FirstAsync());
        var here = $"/cases/{petition.Number}/documents/{document}";

        var print = await PageAsync(await client.GetAsync(here + "/print"));
        var docx = await client.GetAsync(here + ".docx");

        Assert.Equal("受理通知书", print.QuerySelector("h1")!.TextContent);
        Assert.NotNull(print.QuerySelector($"a[href$='{document}.docx']"));
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.Content.Headers.ContentType!.MediaType);
        Assert.True(docx.Headers.CacheControl!.NoStore);
        Assert.Equal("attachment", docx.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"{petition.Number}-受理通知书.docx", docx.Content.Headers.ContentDisposition.FileNameStar);
        using var zip = new ZipArchive(await docx.Content.ReadAsStreamAsync());
        Assert.NotNull(zip.GetEntry("word/document.xml"));
        Assert.Equal(2, await portal.QueryAsync(db => db.ReadRecords.CountAsync(read => read.PetitionId == petition.Id && read.What == "Document")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/cases/{petition.Number}/documents/{Guid.NewGuid()}/print")).StatusCode);
        var other = await AcceptedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/cases/{other.Number}/documents/{document}.docx")).StatusCode);
    }

    [Fact]
    public async Task OnDemand_Issued_StandsOnThePage_WithRowAndFact_AndASecondPressIsRefused()
    {
        var petition = await AcceptedAsync();
        using var client = await portal.SignedInAsync("CaseOfficer");
        var page = $"/cases/{petition.Number}/documents";
        Assert.Contains($"{page}\"", await client.GetStringAsync($"/cases/{petition.Number}"), StringComparison.Ordinal);
        var form = await PageAsync(await client.GetAsync(page));
        var seen = form.QuerySelector("#FirstHandlingSheet input[name=Seen]")!.GetAttribute("value")!;

        var issued = await client.PostFormAsync(page, page, ("Type", "FirstHandlingSheet"), ("Seen", seen));
        var again = await client.PostFormAsync(page, page, ("Type", "FirstHandlingSheet"), ("Seen", seen));

        Assert.StartsWith(page, issued.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var shown = await PageAsync(again);
        Assert.Contains("又有文书出具", shown.QuerySelector(".pt-err")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", shown.QuerySelector("#FirstHandlingSheet input[name=Seen]")!.GetAttribute("value"));
        var document = await portal.QueryAsync(db => db.IssuedDocuments.SingleAsync(d => d.PetitionId == petition.Id && d.Type == "FirstHandlingSheet"));
        Assert.NotNull(shown.QuerySelector($"a[href='{page}/{document.Id}/print']"));
        Assert.Equal(1, await portal.QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(DocumentIssued) && f.Data.Contains("FirstHandlingSheet"))));
    }

    [Theory]
    [InlineData("ServiceReceipt", "DocumentId", "")]
    [InlineData("ServiceReceipt", "ServedOn", "2026-02-30")]
    [InlineData("UrgeNotice", null, null)]
    [InlineData("AcceptanceNotice", null, null)]
    public async Task OnDemand_BadInput_IsRefusedBesideItsField_AndWhatHeMayNotIssueIsNotFound(string type, string? field, string? value)
    {
        var petition = await AcceptedAsync();
        using var client = await portal.SignedInAsync("CaseOfficer");
        var page = $"/cases/{petition.Number}/documents";

        var answer = await client.PostFormAsync(page, page, ("Type", type), ("Seen", "1"), (field ?? "Way", value ?? ""));

        Assert.Equal(field is null ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        if (field is not null)
        {
            Assert.NotNull((await PageAsync(answer)).QuerySelector($"#{field}-error"));
        }

        Assert.Equal(1, await portal.QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id)));
    }

    /// <summary>J16: an offer of the office, two equal buttons for the petitioner, the same two columns for both sides, and no address that changes a promise.</summary>
    [Fact]
    public async Task Commitment_IsOffered_AnsweredOnThePetitionersPage_AndShownAlikeToBothSides()
    {
        var browser = new CitizenBrowser(portal.Browser());
        var (number, code) = await browser.FileAsync();
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        using var stranger = await portal.SignedInAsync("CaseOfficer");
        var page = $"/cases/{number}/commitment";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).StatusCode);
        var form = await PageAsync(await officer.GetAsync(page));
        var (contact, end) = (form.QuerySelector("#FirstContact")!.GetAttribute("value")!, form.QuerySelector("#EndOn")!.GetAttribute("value")!);

        var bad = await officer.PostFormAsync(page, page + "/offer", ("FirstContact", "2026-02-30"), ("EndOn", ""), ("Petitioner", "TruePapers"));
        var shown = await PageAsync(bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.NotNull(shown.QuerySelector("#FirstContact-error"));
        Assert.NotNull(shown.QuerySelector("#EndOn-error"));
        var none = await officer.PostFormAsync(page, page + "/offer", ("EndOn", end), ("FirstContact", contact));
        Assert.NotNull((await PageAsync(none)).QuerySelector("#Petitioner-error"));
        var offered = await officer.PostFormAsync(page, page + "/offer", ("FirstContact", contact), ("EndOn", end), ("Petitioner", "TruePapers"));
        Assert.Equal(page, offered.Headers.Location?.OriginalString);

        await browser.GetAsync("/petitions/track?culture=zh-Hans");
        await browser.SubmitAsync(("Number", number), ("Code", code));
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/petitions/{number}/commitment'] + span"));
        await browser.GetAsync($"/petitions/{number}/commitment");
        var buttons = browser.Page.QuerySelectorAll("main .pt-actions button").Select(button => button.ClassName).ToList();
        Assert.Equal(2, buttons.Count);
        Assert.Single(buttons.Distinct());
        await browser.SubmitFormToAsync($"/petitions/{number}/commitment/sign");

        Assert.Equal("Signed", browser.Page.QuerySelector("[data-testid=commitment]")!.GetAttribute("data-state"));
        var staff = await PageAsync(await officer.GetAsync(page));
        Assert.Equal(browser.Page.QuerySelector(".pt-sides")!.TextContent, staff.QuerySelector(".pt-sides")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(staff.QuerySelector("a[href$='/print']")!.GetAttribute("href"))).StatusCode);
        var kept = staff.QuerySelector("form[action*='/kept/']")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostFormAsync(page, kept, ("note", "材料属实。"))).StatusCode);
        var english = await PageAsync(await officer.GetAsync(page + "?culture=en"));
        Assert.Contains("What the office promises", english.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.Contains("commitment", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "cases/{number}/commitment", "cases/{number}/commitment/decline", "cases/{number}/commitment/kept/{promise:guid}", "cases/{number}/commitment/offer",
            "cases/{number}/commitment/sign", "petitions/{number:length(10,16)}/commitment", "petitions/{number:length(10,16)}/commitment/decline",
            "petitions/{number:length(10,16)}/commitment/sign",
        ], routes);

        // Nobody made contact: after 24:00 of its day the promise is broken by itself, on the petitioner's page as well.
        portal.Clock.Advance(TimeSpan.FromDays(9));
        await JobCatalog.Find("clock-watch")!.RunAsync(portal.Services.GetRequiredService<IServiceScopeFactory>(), portal.Clock.GetUtcNow().UtcDateTime, default);
        await browser.GetAsync("/petitions/track?culture=zh-Hans");
        await browser.SubmitAsync(("Number", number), ("Code", code));
        await browser.GetAsync($"/petitions/{number}/commitment");
        Assert.NotNull(browser.Page.QuerySelector("[data-testid=promise-FirstContact] .pt-tag-red"));
        Assert.NotNull(browser.Page.QuerySelector("[data-testid=promise-TruePapers] .pt-tag-green"));
    }

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private async Task<Petition> AcceptedAsync()
    {
        var petition = await portal.Given.Petition();
        var page = $"/screening/{petition.Number}";
        var (department, handler) = await portal.QueryAsync(async db => (
            await db.Departments.Where(d => d.Code == "D990101-02").Select(d => d.Id).SingleAsync(),
            await db.Users.Where(u => u.UserName == "CaseOfficer").Select(u => u.StaffId).SingleAsync()));
        using var officer = await portal.SignedInAsync("ScreeningOfficer");
        await officer.PostFormAsync(page, page + "/start", ("NoConflict", "true"));
        await officer.PostFormAsync(page, page + "/classify", ("Urgency", "Normal"), ("Track", "LitigationRights"), ("SubCategory", "Complaint/B5"), ("Confidentiality", "Normal"));
        var accepted = await officer.PostFormAsync(page, page + "/accept",
            ("DepartmentId", department.ToString()), ("FirstHandlerId", handler.ToString()), ("NoConflict", "true"), ("OverrideReason", "由第二检察部办理"));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        return petition;
    }
}
