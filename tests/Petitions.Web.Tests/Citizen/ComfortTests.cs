using System.Net;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>What a citizen page offers beside its question: larger type, contrast, a quick way out, nothing asked twice, ways to be heard elsewhere.</summary>
public sealed class ComfortTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CitizenBrowser browser = new(portal.Browser());

    /// <summary>UX-034: one tap on any citizen page, the same page again, kept for the next one and by the server.</summary>
    [Theory]
    [InlineData("/", "elder", "pt-elder")]
    [InlineData("/petitions/track?number=QX-2222-3333", "elder", "pt-elder")]
    [InlineData("/petitions/new", "contrast", "pt-contrast")]
    public async Task Toggle_OnAPage_LeadsBackToIt_AndIsKept(string page, string choice, string css)
    {
        await browser.GetAsync(page);
        Assert.DoesNotContain(css, browser.Page.DocumentElement.ClassName, StringComparison.Ordinal);

        await browser.SubmitFormToAsync($"/preferences/{choice}");
        Assert.Contains(css, browser.Page.DocumentElement.ClassName, StringComparison.Ordinal);
        Assert.Equal(page.Split('?')[0], browser.Path.Split('?')[0]);
        await browser.GetAsync("/help");
        Assert.Contains(css, browser.Page.DocumentElement.ClassName, StringComparison.Ordinal);

        await browser.SubmitFormToAsync($"/preferences/{choice}");
        Assert.DoesNotContain(css, browser.Page.DocumentElement.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Toggle_WithAForeignWayBack_StaysHere()
    {
        using var client = portal.Browser();
        var answer = await client.PostFormAsync("/", "/preferences/elder", ("on", "true"), ("returnUrl", "https://elsewhere.example/"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>UX-089: whoever reports somebody may have to leave the page at once.</summary>
    [Fact]
    public async Task Steps_OfAReport_OfferAQuickWayOut_AndClearTheDevice()
    {
        await browser.ToIdentityAsync("Report", "C2");
        await browser.SubmitAsync(("IdentityMode", "Anonymous"));
        var seen = new List<string>();
        while (!browser.Path.EndsWith("/check", StringComparison.Ordinal))
        {
            var place = browser.Path;
            Assert.True(browser.Page.QuerySelector("a[href='/leave'][data-pt-leave]") is not null, $"No quick way out of {place}.");
            Assert.True(browser.Page.QuerySelector("form[action='/petitions/new/clear'] button") is not null, $"The device cannot be cleared on {place}.");
            Assert.DoesNotContain(place, seen);
            seen.Add(place);
            (string, string?)[] answer = place.Split('/')[^1] switch
            {
                "matter" => [("Request", "请求查处。"), ("Text", "河道旁堆放工业废渣，气味刺鼻，附近村民反映多次。")],
                "office" => [("OfficeCode", "D990101")],
                _ => [],
            };
            await browser.SubmitAsync(answer);
        }

        Assert.True(seen.Count >= 3, string.Join(' ', seen));

        await browser.GetAsync("/leave");
        Assert.DoesNotContain("信访", browser.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    /// <summary>UX-026: the telephone given with the person is the one messages go to.</summary>
    [Fact]
    public async Task Contact_UsesTheTelephoneAlreadyGiven()
    {
        await browser.ToIdentityAsync();
        await browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));
        await browser.SubmitAsync(("Name", "刘芳"), ("Phone", "138 0000 0000"));

        Assert.EndsWith("/contact", browser.Path, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("[name=NoticeWay][value=Sms], [name=NoticeWay][value=Telephone], [name=SmsAllowed]"));
        Assert.Empty(browser.Page.QuerySelectorAll("main [name=Phone], main [name=Email], main [name=Address]"));
    }

    /// <summary>UX-027, UX-025: password managers and paste work, and nobody is asked to read a puzzle.</summary>
    [Fact]
    public async Task SignIn_LeavesThePasswordToItsManager()
    {
        await browser.GetAsync("/staff/sign-in");

        Assert.Equal(("username", "current-password"),
            (browser.Page.QuerySelector("#UserName")!.GetAttribute("autocomplete"), browser.Page.QuerySelector("#Password")!.GetAttribute("autocomplete")));
        Assert.Equal(2, browser.Page.QuerySelectorAll("main form input:not([type=hidden])").Length);
        Assert.Null(browser.Page.QuerySelector("[onpaste], main img"));
    }

    /// <summary>UX-043.</summary>
    [Theory]
    [InlineData("zh-Hans", "12309")]
    [InlineData("en", "12309")]
    public async Task Accessibility_NamesTheStandardItsGapsAndAContact(string culture, string contact)
    {
        await browser.GetAsync("/accessibility?culture=" + culture);
        var words = browser.Page.QuerySelector("main")!.TextContent;

        Assert.Contains("GB/T 37668", words, StringComparison.Ordinal);
        Assert.Contains(contact, words, StringComparison.Ordinal);
        Assert.True(browser.Page.QuerySelectorAll("main h2").Length >= 2, "It names no gaps.");
    }

    /// <summary>Seed feature 48: the petitioner sees state, next step with its date, the remedy and where to complain.</summary>
    [Fact]
    public async Task Matter_ShowsTheRemedyAndWhereToComplain_BesideStateAndNextStep()
    {
        var (number, code) = await browser.FileAsync();
        await browser.GetAsync("/petitions/track");
        await browser.SubmitAsync(("Number", number), ("Code", code));
        var words = browser.Page.QuerySelector("main")!.TextContent;

        Assert.NotEqual("", browser.ById("state"));
        Assert.NotEqual("", browser.ById("next"));
        Assert.Contains("2026年3月9日", words, StringComparison.Ordinal);
        Assert.Contains("复议", words, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main a[href^='tel:']"));
        Assert.DoesNotContain("清溪县公安局", words, StringComparison.Ordinal);
    }
}
