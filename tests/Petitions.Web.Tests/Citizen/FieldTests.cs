using AngleSharp.Dom;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>UX-001, UX-011, UX-016: each step asks one thing, marks only what is optional, and tells the browser what a field is for.</summary>
public sealed class FieldTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CitizenBrowser browser = new(portal.Browser());

    [Fact]
    public async Task Person_TellsTheBrowserWhatEachFieldIsFor()
    {
        await browser.ToIdentityAsync();
        await browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));

        Assert.Equal(
            [("Name", "text", null, "name"), ("IdNumber", "text", null, "off"), ("Phone", "tel", "tel", "tel"), ("Email", "email", "email", "email"), ("Address", "text", null, "street-address")],
            new[] { "Name", "IdNumber", "Phone", "Email", "Address" }.Select(Of));

        (string Name, string? Type, string? Mode, string? Complete) Of(string name)
        {
            var field = browser.Page.QuerySelector($"[name={name}]")!;
            return (name, field.GetAttribute("type") ?? "text", field.GetAttribute("inputmode"), field.GetAttribute("autocomplete"));
        }
    }

    [Theory]
    [InlineData("刘 芳", "刘 芳")]
    [InlineData("买买提·阿不都拉", "买买提·阿不都拉")]
    [InlineData("𠮷田", "𠮷田")]
    public async Task Name_OfAnyKind_ComesBackAsTyped(string typed, string shown)
    {
        await browser.ToIdentityAsync();
        await browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));
        await browser.SubmitAsync(("Name", typed));
        await browser.GetAsync("/petitions/new/person");

        Assert.Equal(shown, browser.Page.QuerySelector("[name=Name]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Step_EachOne_HasOneHeading_MarksOptionalInWords_AndUsesNoAsterisk()
    {
        await browser.ToCheckAsync();
        foreach (var step in new[] { "consent", "for-whom", "category", "sub-category", "identity", "person", "contact", "respondents", "matter", "office", "check" })
        {
            await browser.GetAsync($"/petitions/new/{step}");

            Assert.Single(browser.Page.QuerySelectorAll("main h1"));
            Assert.True(browser.Page.QuerySelectorAll("main fieldset:has(input[type=radio])").Length <= 2, step);
            Assert.DoesNotContain(browser.Page.QuerySelectorAll("main label, main legend"), label => label.TextContent.Contains('*', StringComparison.Ordinal));
        }

        await browser.GetAsync("/petitions/new/person");
        Assert.Contains(browser.Page.QuerySelectorAll("main label"), label => label.TextContent.Contains("（选填）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Added_AfterTheTimeIsOver_AsksForTheCodeOnThePage_AndKeepsTheText()
    {
        var (number, code) = await browser.FileAsync();
        var late = new CitizenBrowser(portal.Browser());
        await late.GetAsync("/petitions/track");
        await late.SubmitAsync(("Number", number), ("Code", code));
        await late.GetAsync($"/petitions/{number}/add");
        await late.SubmitFormToAsync($"/petitions/{number}/leave", $"/petitions/{number}/add", ("Text", "很长的补充内容"));

        Assert.Equal("很长的补充内容", late.Page.QuerySelector("#Text")!.TextContent.Trim());
        Assert.NotNull(late.Page.QuerySelector("#Code"));
        await late.SubmitAsync(("Code", code));

        Assert.Equal($"/petitions/{number}", late.Path);
        Assert.Equal(3, late.Page.QuerySelectorAll(".pt-timeline li").Length);
    }
}
