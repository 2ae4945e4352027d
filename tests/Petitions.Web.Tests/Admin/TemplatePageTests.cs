using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Admin;

/// <summary>Wording of documents (domain.md 4.1): seen, tried out, and changed by a next version only.</summary>
public sealed class TemplatePageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task List_NamesEveryTemplate_AndEachOpens()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");

        var page = await PageAsync(await client.GetAsync("/admin/templates"));

        var links = page.QuerySelectorAll("main tbody a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(await portal.QueryAsync(db => db.DocumentTemplates.CountAsync(t => t.Version == 1)), links.Count);
        Assert.Contains("催办函", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var edit = await PageAsync(await client.GetAsync(links[0]));
        Assert.Contains("%sign", edit.QuerySelector("textarea[name='Form.Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/admin/templates/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Revise_MakesTheNextVersion_AndTheOldOneStays()
    {
        var old = await TemplateAsync("ExtensionNotice");
        using var client = await portal.SignedInAsync("SystemAdmin");
        var page = $"/admin/templates/{old.Id}";

        var saved = await client.PostFormAsync(page, page, Fields("# 延期告知书\n{to}：期限延长到{newDue}。\n%sign", "2030-01-01", 1));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var versions = await portal.QueryAsync(db => db.DocumentTemplates.Where(t => t.Type == "ExtensionNotice").OrderBy(t => t.Version).ToListAsync());
        Assert.Equal([old.Text, "# 延期告知书\n{to}：期限延长到{newDue}。\n%sign"], versions.Select(version => version.Text));
        Assert.Equal((new DateOnly(2029, 12, 31), new DateOnly(2030, 1, 1)), (versions[0].ValidTo!.Value, versions[1].ValidFrom));
        Assert.Equal($"/admin/templates/{versions[1].Id}", saved.Headers.Location?.OriginalString);
        Assert.Equal(1, await portal.QueryAsync(db => db.Facts.CountAsync(f => f.Kind == "TemplateChanged" && f.Data.Contains("ExtensionNotice"))));
        var stale = await client.PostForgedAsync(page, page, Fields("# 又一版\n%sign", "2031-01-01", 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("又一版", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var preview = await PageAsync(await client.GetAsync($"/admin/templates/{old.Id}/preview"));
        Assert.Equal("延期告知书", preview.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("{nobody}", "2030-01-01", "试用", "Form.Text")]
    [InlineData("", "2030-01-01", "试用", "Form.Text")]
    [InlineData("好{?to}", "2030-01-01", "试用", "Form.Text")]
    [InlineData("好", "明天", "试用", "Form.ValidFrom")]
    [InlineData("好", "2020-01-01", "试用", "Form.ValidFrom")]
    [InlineData("好", "2030-01-01", "", "Form.Reason")]
    public async Task Revise_WhatMayNotStand_ShowsTheFormAgain(string text, string from, string reason, string field)
    {
        var old = await TemplateAsync("TransferLetter");
        using var client = await portal.SignedInAsync("SystemAdmin");
        var page = $"/admin/templates/{old.Id}";

        var refused = await client.PostFormAsync(page, page, Fields(text, from, 1, reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await PageAsync(refused);
        Assert.Equal("true", html.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        Assert.Equal(text, ((IHtmlTextAreaElement)html.QuerySelector("textarea[name='Form.Text']")!).Value.Trim());
        Assert.Equal(1, await portal.QueryAsync(db => db.DocumentTemplates.CountAsync(t => t.Type == "TransferLetter")));
    }

    [Fact]
    public async Task Create_ForACase_ThatHasNone_AndNotTwice()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");
        (string, string)[] fields = [.. Fields("# 程序性回复\n{text}\n%sign", "2030-01-01", 0), ("Form.Type", "ProceduralReply"), ("Form.Category", "Report")];

        var made = await client.PostFormAsync("/admin/templates/new", "/admin/templates/new", fields);
        var twice = await client.PostFormAsync("/admin/templates/new", "/admin/templates/new", fields);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (made.StatusCode, twice.StatusCode));
        Assert.Equal(1, await portal.QueryAsync(db => db.DocumentTemplates.CountAsync(t => t.Type == "ProceduralReply" && t.Category == "Report")));
    }

    [Fact]
    public async Task Preview_OfWhatIsTyped_ShowsIt_SavesNothing_AndKnowsNoMatterOutOfReach()
    {
        var petition = await portal.Given.Petition();
        using var client = await portal.SignedInAsync("SystemAdmin");
        (string, string)[] Typed(string text, string matter) => [("Form.Type", "ProceduralReply"), ("Form.Text", text), ("Form.Matter", matter)];

        var shown = await client.PostFormAsync("/admin/templates/new", "/admin/templates/preview", Typed("# 试一试\n{text}<b>\n%sign", ""));
        var broken = await client.PostFormAsync("/admin/templates/new", "/admin/templates/preview", Typed("{nobody}", ""));
        var hidden = await client.PostFormAsync("/admin/templates/new", "/admin/templates/preview", Typed("好", petition.Number));

        var paper = await PageAsync(shown);
        Assert.Equal((HttpStatusCode.OK, "试一试"), (shown.StatusCode, paper.QuerySelector("h1")!.TextContent));
        Assert.Contains("<b>", paper.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hidden.StatusCode);
        Assert.NotNull((await PageAsync(hidden)).QuerySelector("[name='Form.Matter'][aria-invalid=true]"));
        Assert.Equal(0, await portal.QueryAsync(db => db.DocumentTemplates.CountAsync(t => t.Text.Contains("试一试"))));
    }

    [Fact]
    public async Task Templates_ForAnotherRole_AreForbidden()
    {
        var old = await TemplateAsync("TransferLetter");
        using var client = await portal.SignedInAsync("CaseOfficer");

        foreach (var address in new[] { "/admin/templates", "/admin/templates/new", $"/admin/templates/{old.Id}", $"/admin/templates/{old.Id}/preview" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostForgedAsync("/cases", $"/admin/templates/{old.Id}", Fields("好", "2030-01-01", 1))).StatusCode);
    }

    private static (string, string)[] Fields(string text, string from, int version, string reason = "试用") =>
        [("Form.FromVersion", $"{version}"), ("Form.Text", text), ("Form.ValidFrom", from), ("Form.Reason", reason)];

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private Task<DocumentTemplate> TemplateAsync(string type) =>
        portal.QueryAsync(db => db.DocumentTemplates.AsNoTracking().SingleAsync(t => t.Type == type && t.Version == 1 && t.Track == "" && t.Category == ""));
}
