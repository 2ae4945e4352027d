using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>Filing without JavaScript (UX-001 to UX-028; journey J1; security.md A5, B7).</summary>
public sealed class FilingFlowTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CitizenBrowser browser = new(portal.Browser());

    [Fact]
    public async Task Start_Page_HasTheFiveBlocksAndAButton()
    {
        await browser.GetAsync("/petitions/new");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.True(browser.Page.QuerySelectorAll("main h2").Length >= 5);
        Assert.NotNull(browser.Page.QuerySelector("main a[href^='tel:']"));
        Assert.Single(browser.Page.QuerySelectorAll("main form button"));
    }

    [Fact]
    public async Task WholeForm_RightAnswers_GivesAReceipt()
    {
        var (number, code) = await browser.FileAsync();

        Assert.Equal("/petitions/receipt", browser.Path);
        Assert.Matches("^QX(-[2-9A-HJKMNP-Z]{4}){2}$", number);
        Assert.Matches("^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$", code);
        Assert.Contains("2026年3月9日", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年6月2日", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", browser.ById("hash"));
        var petition = await LoadAsync(number);
        Assert.Equal("RealNameUnverified", petition.IdentityMode);
        Assert.Equal(["清溪县公安局"], petition.Respondents.Select(r => r.Name));
        Assert.Equal("刘芳", Assert.Single(petition.Parties).Name);
    }

    [Fact]
    public async Task WholeForm_EveryStep_HasOneHeadingAndAtMostTwelveSteps()
    {
        await browser.GetAsync("/petitions/new?culture=zh-Hans");
        await browser.SubmitAsync();
        var steps = new List<string>();
        (string, string?)[][] answers =
        [
            [("Consent", "true")], [("ForWhom", "Agent")], [("Category", "Complaint")], [("SubCategory", "NotSure")], [("IdentityMode", "NameWithheld")],
            [("Name", "刘芳")], [("Name", "刘强")], [("NoticeWay", "Portal")], [], [("Request", "请求"), ("Text", "经过")], [("OfficeCode", "D990101")],
        ];
        foreach (var answer in answers)
        {
            steps.Add(browser.Path);
            Assert.Single(browser.Page.QuerySelectorAll("h1"));
            Assert.DoesNotContain("*", browser.Page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
            await browser.SubmitAsync(answer);
            Assert.Empty(browser.Errors);
        }

        Assert.Equal("/petitions/new/check", browser.Path);
        Assert.Equal(11, steps.Distinct().Count());
        await browser.SubmitAsync(("Declared", "true"));
        var petition = await LoadAsync(browser.ById("number")!);
        Assert.Equal(["Agent", "Petitioner"], petition.Parties.Select(p => p.Relation).Order());
        Assert.All(petition.Parties, party => Assert.Null(party.Name));
    }

    [Theory]
    [InlineData("/petitions/new/consent", "Consent")]
    [InlineData("/petitions/new/for-whom", "ForWhom")]
    [InlineData("/petitions/new/category", "Category")]
    [InlineData("/petitions/new/sub-category", "SubCategory")]
    [InlineData("/petitions/new/identity", "IdentityMode")]
    [InlineData("/petitions/new/person", "Name")]
    [InlineData("/petitions/new/contact", "NoticeWay")]
    [InlineData("/petitions/new/matter", "Request")]
    [InlineData("/petitions/new/office", "OfficeCode")]
    [InlineData("/petitions/new/check", "Declared")]
    public async Task Step_EmptyAnswer_SaysHowToPutItRight(string path, string field)
    {
        await browser.ToCheckAsync();
        await browser.GetAsync(path);

        await browser.SubmitAsync((field, null));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("错误：", browser.Page.Title!, StringComparison.Ordinal);
        var link = browser.Page.QuerySelector("#error-summary a")!;
        var control = browser.Page.QuerySelector(link.GetAttribute("href")!)!;
        Assert.Contains(control.LocalName, new[] { "input", "textarea", "select" });
        Assert.Contains(browser.Page.QuerySelectorAll(".pt-errmsg"), line => line.TextContent.Contains(link.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Person_WrongNumbers_KeepsWhatWasTypedAndNamesTheCheckDigit()
    {
        await browser.ToIdentityAsync();
        await browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));

        await browser.SubmitAsync(("Name", "买买提·阿不都拉"), ("IdKind", "ResidentId"), ("IdNumber", "990101199003070016"), ("Phone", "1380000"), ("Email", "nobody"));

        Assert.Equal(3, browser.Errors.Count);
        Assert.Contains(browser.Errors, error => error.Contains("校验码", StringComparison.Ordinal));
        Assert.Contains(browser.Errors, error => error.Contains("13800000000", StringComparison.Ordinal));
        Assert.Equal("买买提·阿不都拉", browser.Page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("true", browser.Page.QuerySelector("#IdNumber")!.GetAttribute("aria-invalid"));
        Assert.Contains("IdNumber-error", browser.Page.QuerySelector("#IdNumber")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_Fields_HaveTypeAndAutocomplete()
    {
        await browser.ToIdentityAsync();
        await browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));

        Assert.Equal("name", browser.Page.QuerySelector("#Name")!.GetAttribute("autocomplete"));
        Assert.Equal(("tel", "tel"), (browser.Page.QuerySelector("#Phone")!.GetAttribute("type"), browser.Page.QuerySelector("#Phone")!.GetAttribute("autocomplete")));
        Assert.Equal("email", browser.Page.QuerySelector("#Email")!.GetAttribute("type"));
        Assert.Equal("street-address", browser.Page.QuerySelector("#Address")!.GetAttribute("autocomplete"));
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public async Task Matter_LimitsAreCountedAsSeen(int length, bool fits)
    {
        await browser.ToCheckAsync();
        await browser.GetAsync("/petitions/new/matter?change=true");

        await browser.SubmitAsync(("Text", string.Concat(Enumerable.Repeat("𠮷", length - 2)) + "\r\n字"));

        Assert.Equal(fits ? "/petitions/new/check" : "/petitions/new/matter?change=true", browser.Path);
    }

    [Fact]
    public async Task Check_ChangeOneAnswer_ReturnsToCheck()
    {
        await browser.ToCheckAsync();
        var change = browser.Page.QuerySelectorAll(".pt-change a").Select(a => a.GetAttribute("href")!).First(href => href.Contains("/person", StringComparison.Ordinal));

        await browser.GetAsync(change);
        Assert.Equal("刘芳", browser.Page.QuerySelector("#Name")!.GetAttribute("value"));
        await browser.SubmitAsync(("Name", "刘小芳"));

        Assert.Equal("/petitions/new/check", browser.Path);
        Assert.Contains("刘小芳", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ChangedCategory_AsksOnlyWhatNoLongerFits()
    {
        await browser.ToCheckAsync();
        await browser.GetAsync("/petitions/new/category?change=true");

        await browser.SubmitAsync(("Category", "Appeal"));

        Assert.Equal("/petitions/new/sub-category", browser.Path);
    }

    [Fact]
    public async Task Anonymous_Form_NeverAsksTheNameAndStoresNone()
    {
        await browser.ToIdentityAsync("Report", "C2");
        await browser.SubmitAsync(("IdentityMode", "Anonymous"));
        Assert.Equal("/petitions/new/contact", browser.Path);
        Assert.Contains(browser.Page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/leave");
        await browser.SubmitAsync();
        await browser.SubmitAsync();
        await browser.MatterAndOfficeAsync();
        Assert.DoesNotContain(browser.Page.QuerySelectorAll(".pt-change a"), a => a.GetAttribute("href")!.Contains("person", StringComparison.Ordinal));
        await browser.SubmitAsync(("Declared", "true"));

        var petition = await LoadAsync(browser.ById("number")!);
        Assert.Null(Assert.Single(petition.Parties).Identity);
        Assert.NotNull(browser.ById("query-code"));
    }

    [Fact]
    public async Task Identity_AppealOrForAnother_OffersNoAnonymity()
    {
        await browser.ToIdentityAsync("Appeal", "A1");

        Assert.Null(browser.Page.QuerySelector("input[value=Anonymous]"));
        await browser.SubmitAsync(("IdentityMode", "Anonymous"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Submit_TwiceAtOnce_MakesOnePetition()
    {
        await browser.ToCheckAsync();

        var answers = await Task.WhenAll(browser.SendAsync(("Declared", "true")), browser.SendAsync(("Declared", "true")));
        var late = await browser.SendAsync(("Declared", "true"));

        Assert.All(answers.Append(late), answer => Assert.Equal("/petitions/receipt", answer.Headers.Location?.OriginalString));
        await browser.GetAsync("/petitions/receipt");
        var number = browser.ById("number")!;
        var petition = await LoadAsync(number);
        Assert.Equal(1, await portal.QueryAsync(db => db.Submissions.CountAsync(s => s.PetitionId == petition.Id)));
    }

    [Fact]
    public async Task Submit_ExtraFields_AreIgnored()
    {
        await browser.ToCheckAsync();

        await browser.SubmitAsync(("Declared", "true"), ("State", "Closed"), ("FirstHandlerId", Guid.NewGuid().ToString()), ("Number", "QX-2222-2222"), ("ReceivedAt", "2020-01-01"), ("IdentityMode", "RealName"), ("Role", "SystemAdmin"));

        var petition = await LoadAsync(browser.ById("number")!);
        Assert.Equal((PetitionState.Registered, null, "RealNameUnverified", 2026), (petition.State, petition.FirstHandlerId, petition.IdentityMode, petition.ReceivedAt.Year));
    }

    [Fact]
    public async Task Language_SwitchedOnAStep_KeepsPageAndAnswers()
    {
        await browser.ToCheckAsync();
        await browser.GetAsync("/petitions/new/matter");
        var other = browser.Page.QuerySelector("header a[hreflang=en]")!.GetAttribute("href")!;

        await browser.GetAsync(other);

        Assert.Equal("en", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("五个月", browser.Page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync(("Request", null));
        Assert.StartsWith("Error: ", browser.Page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_WithTheReturnCode_OpensTheDraftElsewhere()
    {
        await browser.ToIdentityAsync();
        await browser.GetAsync("/petitions/new/later");
        await browser.SubmitAsync();
        var code = browser.ById("return-code")!;
        var other = new CitizenBrowser(portal.Browser());

        await other.GetAsync("/petitions/draft?culture=zh-Hans");
        await other.SubmitAsync(("Code", "2222-3333-4444"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        await other.SubmitAsync(("Code", code));

        Assert.Equal("/petitions/new/tasks", other.Path);
        Assert.Equal(4, other.Page.QuerySelectorAll(".pt-tasks .pt-tag-green").Length);
        Assert.NotEmpty(other.Page.QuerySelectorAll(".pt-tasks .pt-tag-grey"));
    }

    [Fact]
    public async Task Clear_ThisDevice_ForgetsTheDraft()
    {
        await browser.ToIdentityAsync();

        await browser.SubmitFormToAsync("/petitions/new/clear");
        await browser.GetAsync("/petitions/new/matter");

        Assert.Equal("/petitions/new", browser.Path);
        Assert.Null(browser.Page.QuerySelector("a[href='/petitions/new/tasks']"));
    }

    [Fact]
    public async Task Step_TooEarlyOrWithoutDraft_LeadsWhereTheFormIs()
    {
        await browser.GetAsync("/petitions/new/check");
        Assert.Equal("/petitions/new", browser.Path);

        await browser.SubmitAsync();
        await browser.GetAsync("/petitions/new/check");
        Assert.Equal("/petitions/new/consent", browser.Path);
    }

    [Fact]
    public async Task Respondents_AddAndRemove_StayOnThePage()
    {
        await browser.ToCheckAsync();
        await browser.GetAsync("/petitions/new/respondents");
        await browser.SubmitAsync(("Kind", "Person"), ("Name", "王磊"), ("Do", "add"));
        Assert.Equal(2, browser.Page.QuerySelectorAll(".pt-respondents li").Length);

        await browser.SubmitAsync(("Do", "remove-0"));

        Assert.Equal("王磊", browser.Page.QuerySelector(".pt-respondents li span")!.FirstChild!.TextContent.Trim());
        await browser.SubmitAsync(("Name", "某人"), ("Do", "add"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Guide_ThreeAnswers_ProposesTheKindWithItsBasis()
    {
        await browser.GetAsync("/petitions/new/guide?culture=zh-Hans&What=not-filed&Who=police&Paper=no");

        Assert.Contains("一百一十三条", browser.Page.QuerySelector("#proposal")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync();
        Assert.Equal("/petitions/new/consent", browser.Path);
        await browser.SubmitAsync(("Consent", "true"));
        await browser.SubmitAsync(("ForWhom", "Self"));
        Assert.NotNull(browser.Page.QuerySelector("input[value=Complaint][checked]"));
    }

    [Fact]
    public async Task Typed_Markup_IsShownAsText()
    {
        await browser.ToCheckAsync();
        await browser.GetAsync("/petitions/new/matter?change=true");

        await browser.SubmitAsync(("Request", "<script>document.title='x'</script>"), ("Text", "<img src=x onerror=alert(1)>"));

        Assert.Empty(browser.Page.QuerySelectorAll("main script, main img"));
        Assert.Contains("<img src=x", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<Petition> LoadAsync(string number) => portal.QueryAsync(db => db.Petitions.AsNoTracking()
        .Include(p => p.Parties).Include(p => p.Respondents).SingleAsync(p => p.Number == number));
}
