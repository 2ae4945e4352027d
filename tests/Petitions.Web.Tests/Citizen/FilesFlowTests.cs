using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Petitions.Services.Files.Stores;
using Petitions.Services.Tests.Files;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>Files without script: filing, adding later, getting them back, staff (J1 steps 2-3; security.md C3, C4, C7).</summary>
public sealed class FilesFlowTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly HttpClient client = portal.Browser();

    private CitizenBrowser Browser => field ??= new(client);

    [Fact]
    public async Task Filing_FilesGoWithIt_RefusedOnesSayWhy_AndTheOwnOnesComeBack()
    {
        await ToFilesAsync();

        var refused = await UploadAsync("/petitions/new/files", ("说明.txt", "text/plain", "报案经过"u8.ToArray()), ("<b>坏.html", "text/html", "<html>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await PageAsync(refused);
        Assert.Contains("请另存为", page.QuerySelector("#Files-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("说明.txt", page.QuerySelector("[data-testid=files]")!.TextContent, StringComparison.Ordinal);
        var again = await UploadAsync("/petitions/new/files", ("再来一次.txt", "text/plain", "报案经过"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);

        await Browser.GetAsync("/petitions/new/files");
        Assert.Single(Browser.Page.QuerySelectorAll("[data-testid=files] li"));
        await Browser.SubmitAsync();
        await Browser.SubmitAsync(("OfficeCode", "D990101"));
        Assert.Contains("说明.txt", Browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await Browser.SubmitAsync(("Declared", "true"));
        var (number, code) = (Browser.ById("number")!, Browser.ById("query-code")!);

        await OpenAsync(number, code);
        Assert.DoesNotContain("说明.txt", Browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await Browser.GetAsync($"/petitions/{number}/filed");
        await Browser.SubmitAsync(("Code", code));
        Assert.Contains("说明.txt", Browser.Page.Body!.TextContent, StringComparison.Ordinal);
        var form = Browser.Page.QuerySelector("form[action*='/files/']")!;
        var fields = form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).ToList();
        var download = await client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
        Assert.Equal("报案经过", await download.Content.ReadAsStringAsync());
        AssertSandboxed(download);
        var forged = await client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields.Where(f => f.Key != "Key")));
        Assert.Equal(HttpStatusCode.Redirect, forged.StatusCode);
    }

    [Fact]
    public async Task Filing_RemoveAFile_ItIsGone()
    {
        await ToFilesAsync();
        await UploadAsync("/petitions/new/files", ("a.txt", "text/plain", "a"u8.ToArray()));
        await Browser.GetAsync("/petitions/new/files");

        await Browser.SubmitAsync(("Do", Browser.Page.QuerySelector("button[name=Do][value^=remove]")!.GetAttribute("value")));

        Assert.Null(Browser.Page.QuerySelector("[data-testid=files]"));
    }

    [Fact]
    public async Task Filing_TooEarlyOrWithoutDraft_LeadsToWhereTheFormIs()
    {
        await Browser.GetAsync("/petitions/new/files");
        Assert.Equal("/petitions/new", Browser.Path);
        await Browser.ToIdentityAsync();

        await Browser.GetAsync("/petitions/new/files");

        Assert.Equal("/petitions/new/identity", Browser.Path);
    }

    [Fact]
    public async Task Anonymous_TheCopyIsTheDefault_AndHeIsTold()
    {
        await Browser.ToIdentityAsync("Report", "C2");
        await Browser.SubmitAsync(("IdentityMode", "Anonymous"));
        await Browser.SubmitAsync();
        await Browser.SubmitAsync();
        await Browser.SubmitAsync(("Request", "请求查处。"), ("Text", "有人收钱。"));

        Assert.Equal("/petitions/new/files", Browser.Path);
        Assert.Equal("copy", Browser.Page.QuerySelector("input[name=Keep][checked]")!.GetAttribute("value"));
        Assert.Contains("匿名", Browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForAnother_TakesNoMoreThanTwelveSteps_AndFilesAreAddedFromTheCheckPage()
    {
        await Browser.GetAsync("/petitions/new?culture=zh-Hans");
        await Browser.SubmitAsync();
        await Browser.SubmitAsync(("Consent", "true"));
        await Browser.SubmitAsync(("ForWhom", "Agent"));
        await Browser.SubmitAsync(("Category", "Complaint"));
        Assert.Contains("12", Browser.Page.QuerySelector("main .pt-hint")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("13", Browser.Page.QuerySelector("main .pt-hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_AFileIsAdded_WithItsLineInTheTimeline_AndWithoutTheCodeNothing()
    {
        var (number, code) = await Browser.FileAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync($"/petitions/{number}/files")).StatusCode);
        await OpenAsync(number, code);

        var sent = await UploadAsync($"/petitions/{number}/files", ("收据.png", "image/png", Corpus.Png()));

        Assert.Equal($"/petitions/{number}", sent.Headers.Location?.OriginalString);
        await Browser.GetAsync($"/petitions/{number}");
        Assert.Contains("补充附件", Browser.Page.QuerySelector(".pt-timeline")!.TextContent, StringComparison.Ordinal);
        var none = await UploadAsync($"/petitions/{number}/files");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    [Fact]
    public async Task Staff_List_Copy_Original_Add()
    {
        await portal.SeedDemoStaffAsync();
        var (number, code) = await Browser.FileAsync();
        await OpenAsync(number, code);
        await UploadAsync($"/petitions/{number}/files", ("照片 1.jpg", "image/jpeg", Corpus.PhotoWithPlace()));
        var officer = await portal.SignedInAsync("ScreeningOfficer");
        var sheet = await PageAsync(await officer.GetAsync($"/cases/{number}/files"));
        var link = sheet.QuerySelector("main section a")!.GetAttribute("href")!;

        var copy = await officer.GetAsync(link);
        var refused = await officer.PostFormAsync($"/cases/{number}/files", link + "/original", ("Reason", ""));
        var original = await officer.PostFormAsync($"/cases/{number}/files", link + "/original", ("Reason", "核对拍摄时间"));

        AssertSandboxed(copy);
        Assert.Contains("filename*=UTF-8''%E7%85%A7%E7%89%87%201.jpg", copy.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal(-1, (await copy.Content.ReadAsByteArrayAsync()).AsSpan().IndexOf("Exif"u8));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(Corpus.PhotoWithPlace(), await original.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Attachment", "Original"], await portal.QueryAsync(db => db.ReadRecords.Where(r => r.What == "Attachment" || r.What == "Original").OrderBy(r => r.What).Select(r => r.What).ToListAsync()));

        var page = $"/cases/{number}/files";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(officer, page, [("Channel", "")], ("扫描件.pdf", "application/pdf", Corpus.Pdf()))).StatusCode);
        Assert.Equal(page, (await UploadAsync(officer, page, [("Channel", "Letter")], ("扫描件.pdf", "application/pdf", Corpus.Pdf()))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{number}/files/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignedInAsync("CaseOfficer")).GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Store_Away_TheFormIsStillThere()
    {
        await ToFilesAsync();
        var blocked = Path.Combine(portal.Services.GetRequiredService<IOptions<FileStoreOptions>>().Value.Path!, "incoming");
        if (Directory.Exists(blocked))
        {
            Directory.Delete(blocked, recursive: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(blocked)!);
        await File.WriteAllTextAsync(blocked, "a file where a folder should be");
        try
        {
            var away = await UploadAsync("/petitions/new/files", ("a.txt", "text/plain", "a"u8.ToArray()));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        }
        finally
        {
            File.Delete(blocked);
        }

        await Browser.GetAsync("/petitions/new/matter?change=true");
        Assert.Contains("五个月", Browser.Page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertSandboxed(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("attachment", answer.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private async Task ToFilesAsync()
    {
        await Browser.ToIdentityAsync();
        await Browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));
        await Browser.SubmitAsync(("Name", "刘芳"), ("IdKind", "ResidentId"), ("IdNumber", "990101199003070015"), ("Phone", "13800000000"));
        await Browser.SubmitAsync(("NoticeWay", "Portal"));
        await Browser.SubmitAsync();
        await Browser.SubmitAsync(("Request", "请求监督公安机关立案。"), ("Text", "去年十月报案后五个月没有收到是否立案的决定。"));
        Assert.Equal("/petitions/new/files", Browser.Path);
    }

    private async Task OpenAsync(string number, string code)
    {
        await Browser.GetAsync("/petitions/track");
        await Browser.SubmitAsync(("Number", number), ("Code", code));
    }

    private Task<HttpResponseMessage> UploadAsync(string page, params (string Name, string Type, byte[] Content)[] files) => UploadAsync(client, page, [("Do", "add"), ("Keep", "original")], files);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient sender, string page, (string Name, string Value)[] fields, params (string Name, string Type, byte[] Content)[] files)
    {
        using var body = new MultipartFormDataContent();
        var token = await sender.FormTokenAsync(page, page);
        body.Add(new StringContent(token), PageForm.TokenName);
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            body.Add(part, "Files", name);
        }

        return await sender.PostAsync(page, body);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
