using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Display;

/// <summary>The HTML of each component in each state, as the gallery shows it (ui-guide 5 and 6).</summary>
public sealed class ComponentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("Line", "INPUT")]
    [InlineData("Words", "TEXTAREA")]
    [InlineData("List", "SELECT")]
    public async Task Field_Wrong_NamesItsErrorBesideIt_AndRightOneNone(string field, string tag)
    {
        var page = await PageAsync();
        var (right, wrong) = (page.QuerySelector($"#Right_{field}")!, page.QuerySelector($"#Wrong_{field}")!);

        Assert.Equal((tag, tag), (right.TagName, wrong.TagName));
        Assert.Equal((null, "true"), (right.GetAttribute("aria-invalid"), wrong.GetAttribute("aria-invalid")));
        Assert.Contains($"Wrong_{field}-error", wrong.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("请填写本项。", page.QuerySelector($"#Wrong_{field}-error > span:last-child")!.TextContent);
        Assert.Null(page.QuerySelector($"#Right_{field}-error"));
        Assert.NotNull(page.QuerySelector($"label[for=Wrong_{field}]"));
    }

    [Fact]
    public async Task Field_Order_IsLabelHintErrorControl_AndKeepsItsValue()
    {
        var page = await PageAsync();
        var field = page.QuerySelector("#Wrong_Line")!.ParentElement!;

        Assert.Equal(["LABEL", "DIV", "P", "INPUT"], field.Children.Select(child => child.TagName));
        Assert.Equal("138 0000 0000", ((IHtmlInputElement)page.QuerySelector("#Right_Line")!).Value);
        Assert.Equal("abc", ((IHtmlTextAreaElement)page.QuerySelector("#Right_Words")!).Value);
        Assert.Equal("b", ((IHtmlSelectElement)page.QuerySelector("#Right_List")!).Value);
        Assert.Null(page.QuerySelector("[placeholder], [maxlength]"));
    }

    [Fact]
    public async Task Field_Counted_TellsTheLimitPolitely()
    {
        var words = (await PageAsync()).QuerySelector("#Right_Words")!;

        Assert.Equal("20", words.GetAttribute("data-pt-count"));
        Assert.Contains("Right_Words-count", words.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains("20", words.Owner!.QuerySelector("#Right_Words-count")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optional_IsSaidInWords()
    {
        var page = await PageAsync();

        Assert.EndsWith("（选填）", page.QuerySelector("label[for=Right_Words]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("label[for=Wrong_Words] .pt-optional"));
    }

    [Theory]
    [InlineData("One", "radio", "b")]
    [InlineData("Many", "checkbox", "a,b")]
    public async Task Choices_AreAGroup_WhoseFirstCarriesTheIdOfTheField(string field, string type, string chosen)
    {
        var page = await PageAsync();
        var first = page.QuerySelector($"#Right_{field}")!;
        var group = first.Closest("fieldset")!;

        Assert.Equal("LEGEND", group.FirstElementChild!.TagName);
        Assert.Equal(type, first.GetAttribute("type"));
        Assert.Equal(chosen, string.Join(',', group.QuerySelectorAll("input:checked").Select(input => input.GetAttribute("value"))));
        Assert.All(group.QuerySelectorAll("input"), input => Assert.NotNull(group.QuerySelector($"label[for={input.Id}]")));
        Assert.Equal($"Wrong_{field}-error", page.QuerySelector($"#Wrong_{field}")!.Closest("fieldset")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task DateParts_AreThreeBoxes_WithTheDayThatWasTyped()
    {
        var page = await PageAsync();

        Assert.Equal(["2026", "1", "5"], new[] { "Right_Day", "Right_Day_Month", "Right_Day_Day" }.Select(id => ((IHtmlInputElement)page.QuerySelector("#" + id)!).Value));
        Assert.All(page.QuerySelector("#Right_Day")!.Closest("fieldset")!.QuerySelectorAll("input"), box => Assert.Equal("numeric", box.GetAttribute("inputmode")));
    }

    [Fact]
    public async Task ErrorSummary_LeadsToEachWrongControl_InTheSameWords()
    {
        var page = await PageAsync();
        var summary = page.QuerySelector("#error-summary")!;
        var links = summary.QuerySelectorAll("li a");

        Assert.Equal(("alert", "-1"), (summary.GetAttribute("role"), summary.GetAttribute("tabindex")));
        Assert.Equal(6, links.Length);
        Assert.All(links, link =>
        {
            var control = page.QuerySelector(link.GetAttribute("href")!)!;
            Assert.Contains(control.TagName, new[] { "INPUT", "SELECT", "TEXTAREA" });
            Assert.Equal(link.TextContent, page.QuerySelector($"{link.GetAttribute("href")}-error > span:last-child")!.TextContent);
        });
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_CarriesAFreshKey_OnlyWhereSomethingIsMade()
    {
        var (one, other) = (await PageAsync(), await PageAsync());
        static string? Key(IHtmlDocument page) => page.QuerySelector("form[data-part=Right] input[name=SubmissionKey]")?.GetAttribute("value");

        Assert.Matches("^[0-9a-f]{32}$", Key(one)!);
        Assert.NotEqual(Key(one), Key(other));
        Assert.Null(one.QuerySelector("form[data-part=Wrong] input[name=SubmissionKey]"));
        Assert.Equal("submit", one.QuerySelector("form[data-part=Right] .pt-actions button")!.GetAttribute("type"));
    }

    [Fact]
    public async Task CheckAnswers_SayWhatIsOpen_AndNameWhatAChangeIsAbout()
    {
        var rows = (await PageAsync()).QuerySelectorAll("dl.pt-answers > div");

        Assert.Equal([true, true, false], rows.Select(row => row.QuerySelector("a") is not null));
        Assert.Contains("手机号码", rows[0].QuerySelector("a .visually-hidden")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("未填写", rows[1].QuerySelector("dd.pt-hint")!.TextContent);
    }

    [Fact]
    public async Task TaskList_SaysEachStateInWords_AndOpensNoneThatCannotStart()
    {
        var rows = (await PageAsync()).QuerySelectorAll("ul.pt-tasks > li");

        Assert.Equal(4, rows.Select(row => row.QuerySelector(".pt-tag")!.TextContent).Distinct().Count());
        Assert.Equal([true, true, true, false], rows.Select(row => row.QuerySelector("a") is not null));
    }

    [Fact]
    public async Task Timeline_DatesItsEntries_AndMarksWhatIsToCome()
    {
        var entries = (await PageAsync()).QuerySelectorAll("ol.pt-timeline > li");

        Assert.Equal("2026-01-05T09:00:00+08:00", entries[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("2026年1月5日 09:00", entries[0].QuerySelector("time")!.TextContent);
        Assert.Equal([false, false, true], entries.Select(entry => entry.ClassList.Contains("pt-pending")));
    }

    [Fact]
    public async Task Pager_NamesTheTotal_AndBothWays()
    {
        var pager = (await PageAsync()).QuerySelector("nav.pt-pager")!;

        Assert.False(string.IsNullOrEmpty(pager.GetAttribute("aria-label")));
        Assert.Contains("1000+", pager.TextContent, StringComparison.Ordinal);
        Assert.Equal(["prev", "next"], pager.QuerySelectorAll("a").Select(link => link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Kpi_WithRowsBehindIt_IsALink()
    {
        var tiles = (await PageAsync()).QuerySelectorAll(".pt-tile");

        Assert.Equal(["A", "DIV"], tiles.Select(tile => tile.TagName));
        Assert.Equal(["12", "0"], tiles.Select(tile => tile.QuerySelector(".pt-kpi")!.TextContent));
    }

    /// <summary>Each picture has a name; the same values stand in a table beside it, so nothing is told by the picture alone.</summary>
    [Fact]
    public async Task Chart_HasAName_AndItsValuesInATable()
    {
        var charts = (await PageAsync()).QuerySelectorAll("figure.pt-chart");

        Assert.Equal(3, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.Equal(chart.GetAttribute("aria-label"), chart.QuerySelector("figcaption")!.TextContent);
            Assert.All(chart.QuerySelectorAll("svg"), svg => Assert.Equal(("img", false), (svg.GetAttribute("role"), string.IsNullOrEmpty(svg.GetAttribute("aria-label")))));
            Assert.All(chart.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
            Assert.Empty(chart.QuerySelectorAll("[style]"));
        });
        Assert.Equal(["12", "3 / 12"], charts[0].QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal(["100", "25"], charts[0].QuerySelectorAll("rect").Select(bar => bar.GetAttribute("width")));
        Assert.Equal([6, 6, 0], [charts[1].QuerySelectorAll("rect").Length, charts[1].QuerySelectorAll("tbody tr").Length, charts[2].QuerySelectorAll("rect").Length]);
        Assert.Equal("40", charts[1].QuerySelectorAll("rect")[^1].GetAttribute("height"));
    }

    [Fact]
    public async Task Masked_TellsAScreenReaderThatItIs() =>
        Assert.NotEqual("", (await PageAsync()).QuerySelector(".pt-masked .visually-hidden")!.TextContent.Trim());

    [Fact]
    public async Task Confirm_IsAFormWithItsToken_AndAWayBack()
    {
        var forms = (await PageAsync()).QuerySelectorAll("form.pt-confirm");

        Assert.Equal(["btn btn-primary", "btn btn-danger"], forms.Select(form => form.QuerySelector("button")!.ClassName));
        Assert.All(forms, form =>
        {
            Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
            Assert.Equal("/dev/components", form.QuerySelector("a.btn-link")!.GetAttribute("href"));
        });
    }

    [Fact]
    public async Task Icons_AreFromTheSprite_AndHiddenFromReaders()
    {
        var icons = (await PageAsync()).QuerySelectorAll("ul.pt-icons svg");

        Assert.True(icons.Length > 20, $"{icons.Length} icons.");
        Assert.All(icons, icon => Assert.Equal("true", icon.GetAttribute("aria-hidden")));
    }

    private async Task<IHtmlDocument> PageAsync()
    {
        using var client = portal.Browser();
        return new HtmlParser().ParseDocument(await client.GetStringAsync("/dev/components"));
    }
}
