using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;
using Petitions.Services.Tests.Engines;

namespace Petitions.Browser.Tests.Journeys;

/// <summary>Journey J1 (without photos): a citizen on a phone files, signs the commitment or leaves it, follows, adds, withdraws and resumes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CitizenJourneyTests(BrowserFixture fixture)
{
    private readonly List<string> wide = [];

    [Theory]
    [InlineData(390, true, "zh-Hans", "elder")]
    [InlineData(390, false, "en", "plain")]
    [WholeRunData(1440, true, "en", "contrast")]
    public async Task J1_FileAndFollow_WorksOnAPhoneWithAndWithoutScript(int width, bool script, string culture, string theme)
    {
        await using var watched = await fixture.NewPageAsync(width, culture, theme == "elder", theme == "contrast", script);
        var page = watched.Page;

        await watched.OpenAsync($"/petitions/new?culture={culture}");
        await NextAsync(watched);
        await page.Locator("#Consent").CheckAsync();
        await NextAsync(watched);
        await page.Locator("#ForWhom").CheckAsync();
        await NextAsync(watched);
        await page.Locator("input[value=Complaint]").CheckAsync();
        await NextAsync(watched);
        await page.Locator("input[value=B5]").CheckAsync();
        await NextAsync(watched);
        await page.Locator("input[value=RealNameUnverified]").CheckAsync();
        await NextAsync(watched);
        await page.Locator("#Name").FillAsync("刘芳");
        await page.Locator("#IdKind").SelectOptionAsync("ResidentId");
        await page.Locator("#IdNumber").FillAsync("990101199003070016");
        await page.Locator("#Phone").FillAsync("138 0000 0000");
        await NextAsync(watched);
        Assert.Equal(1, await page.Locator("#error-summary li").CountAsync());
        if (script)
        {
            Assert.Equal("error-summary", await page.EvaluateAsync<string>("document.activeElement.id"));
        }

        await page.Locator("#IdNumber").FillAsync("990101199003070015");
        await NextAsync(watched);
        await NextAsync(watched);
        await page.Locator("input[value=Unit]").CheckAsync();
        await page.Locator("#Name").FillAsync("清溪县公安局");
        await page.Locator("button[value=add]").FollowAsync();
        Assert.Equal(1, await page.Locator(".pt-respondents li").CountAsync());
        await NextAsync(watched);
        await page.Locator("#Request").FillAsync("请求监督公安机关立案。");
        await page.Locator("#Text").FillAsync("去年十月报案后五个月没有收到是否立案的决定。");
        await page.GoBackAsync();
        await page.GoForwardAsync();
        await page.Locator("#Request").FillAsync("请求监督公安机关立案。");
        await page.Locator("#Text").FillAsync("去年十月报案后五个月没有收到是否立案的决定。");
        await NextAsync(watched);
        // Two papers, one of them not taken: the good one stays, the other says why (J1 step 2).
        await page.Locator("#Files").SetInputFilesAsync([
            new FilePayload { Name = "说明.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("报案经过") },
            new FilePayload { Name = "x.html", MimeType = "text/html", Buffer = System.Text.Encoding.UTF8.GetBytes("<html>") },
        ]);
        var upload = page.Locator("button[value=add]");
        if (script)
        {
            await upload.ClickAsync();
            await page.Locator("[data-pt-upload] span.pt-errmsg").WaitForAsync();
            Assert.Equal(2, await page.Locator("[data-pt-upload] li").CountAsync());
        }
        else
        {
            await upload.FollowAsync();
        }

        await page.GotoAsync(new Uri(watched.Site, "/petitions/new/files").ToString());
        Assert.Contains("说明.txt", await page.GetByTestId("files").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync(watched);
        await NextAsync(watched);
        await page.Locator("input[value=D990101]").CheckAsync();
        await NextAsync(watched);
        Assert.EndsWith("/petitions/new/check", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.Locator("#Declared").CheckAsync();
        var signed = culture == "en" ? 1 : 0;
        if (signed == 1)
        {
            await page.Locator("input[name=Commitment][value=true]").CheckAsync();
        }

        await LookAsync(watched);
        await page.Locator("main form button.btn-primary").DblClickAsync();
        await page.ArrivedAsync(url => url.EndsWith("/petitions/receipt", StringComparison.Ordinal));
        await LookAsync(watched);
        var number = await page.GetByTestId("number").InnerTextAsync();
        var code = await page.GetByTestId("query-code").InnerTextAsync();

        await page.GotoAsync(new Uri(watched.Site, "/petitions/track").ToString());
        await page.Locator("#Number").FillAsync(number.Trim());
        await page.Locator("#Code").FillAsync(code.Trim().ToLowerInvariant());
        await NextAsync(watched);
        // A signed commitment leaves its letter, the offer, the signature and the office's four promises with their days.
        var lines = 7 * signed;
        Assert.Equal(3 + lines, await page.Locator(".pt-timeline li").CountAsync());
        await LookAsync(watched);
        await page.Locator("a[href$='/commitment']").FollowAsync();
        Assert.Equal(signed, await page.GetByTestId("commitment").CountAsync());
        await LookAsync(watched);
        await page.Locator("p.pt-back a").FollowAsync();
        await page.Locator("a[href$='/add']").FollowAsync();
        await page.Locator("#Text").FillAsync("补充：医院收费单据。");
        await NextAsync(watched);
        Assert.Equal(4 + lines, await page.Locator(".pt-timeline li").CountAsync());
        await page.Locator("a[href$='/withdraw']").FollowAsync();
        await LookAsync(watched);
        await page.Locator("button.btn-danger").FollowAsync();
        await page.Locator("a[href$='/resume']").FollowAsync();
        await NextAsync(watched);
        await page.Locator("a[href$='/filed']").FollowAsync();
        await page.Locator("#Code").FillAsync(code.Trim());
        await NextAsync(watched);

        await LookAsync(watched);
        Assert.Contains("五个月", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(wide.Count == 0, string.Join("\n", wide));
        Assert.Empty(watched.ProblemsBeside("/petitions/new/person", "/petitions/new/files"));
    }

    /// <summary>Looks at the page as it stands, then presses its main button.</summary>
    private async Task NextAsync(WatchedPage watched)
    {
        await LookAsync(watched);
        await watched.Page.Locator("main form[method=post] button.btn-primary").First.FollowAsync();
    }

    private Task LookAsync(WatchedPage watched) => JourneyLook.AtAsync(watched, "j1", wide);
}
