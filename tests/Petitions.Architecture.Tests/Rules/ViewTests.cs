using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>What the content policy and the language rules forbid in views and style sheets.</summary>
public sealed partial class ViewTests
{
    [Fact]
    public void Views_All_HoldNothingForbidden()
    {
        var views = Repo.Files("src", ".cshtml");

        Findings.AssertNone(views.Count, views.SelectMany(view => Breaches(Repo.Read(view)).Select(breach => $"{view}: {breach}")));
    }

    /// <summary>
    /// A bare name is looked for in the folder of the controller, and a view shown by another controller, mostly after a
    /// refusal, does not find its parts there: <c>_Part.cshtml</c> is looked for beside the view.
    /// </summary>
    [Fact]
    public void Views_All_NameTheirPartsSoThatEveryControllerFindsThem()
    {
        var views = Repo.Files("src/Petitions.Web", ".cshtml");
        var known = views.ToHashSet(StringComparer.Ordinal);

        Findings.AssertNone(views.Count, views.SelectMany(view => Part().Matches(Repo.Read(view)).Select(part => part.Groups[1].Value)
            .Where(part => !Places(view, part).Any(known.Contains)).Select(part => $"{view}: {part}")));
    }

    [Fact]
    public void StyleSheets_All_LoadNothingFromElsewhere()
    {
        var sheets = Repo.Files("src/Petitions.Web/wwwroot", ".css");

        Findings.AssertNone(sheets.Count, sheets.SelectMany(sheet => StyleBreaches(Repo.Read(sheet)).Select(breach => $"{sheet}: {breach}")));
    }

    [Theory]
    [InlineData("<h1>信访</h1>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script src=\"a.js\">go()</script>")]
    [InlineData("<p style=\"color:red\">x</p>")]
    [InlineData("<button onclick=\"go()\">x</button>")]
    [InlineData("<a href=\"javascript:go()\">x</a>")]
    [InlineData("@Html.Raw(Model.Text)")]
    [InlineData("@(new HtmlString(Model.Text))")]
    [InlineData("<link asp-fallback-href=\"x\" />")]
    [InlineData("<div hx-on:click=\"x\"></div>")]
    [InlineData("<img src=\"data:image/png;base64,AA\" />")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<form method=\"post\" action=\"@Url.Content(to)\"></form>")]
    public void Scanner_PlantedInAView_IsFound(string view) => Assert.NotEmpty(Breaches(view));

    [Theory]
    [InlineData("<script src=\"~/js/site.js\" asp-append-version=\"true\"></script>")]
    [InlineData("<form method=\"post\" action=\"@Url.Content(to)\" asp-antiforgery=\"true\"></form>")]
    [InlineData("<form method=\"post\" action=\"~/board/leaders/@line.Number/result\"></form>")]
    [InlineData("<p class=\"pt-style\" data-online=\"yes\">@T[\"home.title\"]</p>")]
    [InlineData("@* 首办责任人: a comment is not shown *@<p>x</p>")]
    public void Scanner_CleanView_Passes(string view) => Assert.Empty(Breaches(view));

    [Theory]
    [InlineData("a { background: url(data:image/svg+xml;x) }")]
    [InlineData("@import 'x.css';")]
    [InlineData("a { background: url(https://example.org/x.png) }")]
    [InlineData("a { background: url('//example.org/x.png') }")]
    public void Scanner_PlantedInAStyleSheet_IsFound(string css) => Assert.NotEmpty(StyleBreaches(css));

    /// <summary>Where a part may lie that is named so.</summary>
    private static IEnumerable<string> Places(string view, string part)
    {
        const string Web = "src/Petitions.Web/";
        if (part.StartsWith("~/", StringComparison.Ordinal))
        {
            return [Web + part[2..]];
        }

        if (part.EndsWith(".cshtml", StringComparison.Ordinal))
        {
            return [$"{Path.GetDirectoryName(view)}/{part}"];
        }

        var area = Area().Match(view);
        return area.Success ? [$"{area.Value}Views/Shared/{part}.cshtml", $"{Web}Views/Shared/{part}.cshtml"] : [$"{Web}Views/Shared/{part}.cshtml"];
    }

    private static IEnumerable<string> Breaches(string view)
    {
        var text = RazorComment().Replace(view, "");
        foreach (var (pattern, name) in new[]
        {
            (Han(), "Han text; put it into a resource file"),
            (ScriptWithContent(), "script with content"),
            (ScriptWithoutSource(), "script without src"),
            (StyleElement(), "style element"),
            (StyleAttribute(), "style attribute"),
            (Handler(), "inline handler"),
            (JavaScriptLink(), "javascript: link"),
            (RawHtml(), "raw HTML"),
            (Fallback(), "asp-fallback writes an inline script"),
            (HtmxCode(), "code in an htmx attribute"),
            (DataUrl(), "data: address"),
            (FormWithoutToken(), "a form whose action is computed gets no request token; say asp-antiforgery"),
        })
        {
            var match = pattern.Match(text);
            if (match.Success)
            {
                yield return $"{name}, line {Repo.LineOf(text, match.Index)}: {match.Value.Trim()}";
            }
        }
    }

    private static IEnumerable<string> StyleBreaches(string css) =>
        Outside().Matches(CssComment().Replace(css, "")).Select(match => $"'{match.Value}'");

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff]+")]
    private static partial Regex Han();

    [GeneratedRegex(@"<script\b[^>]*>\s*[^\s<]", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptWithContent();

    [GeneratedRegex(@"<script\b(?![^>]*\ssrc\s*=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptWithoutSource();

    [GeneratedRegex(@"<partial\s[^>]*name=""([^""@]+)""")]
    private static partial Regex Part();

    [GeneratedRegex(@"^src/Petitions\.Web/Areas/\w+/")]
    private static partial Regex Area();

    [GeneratedRegex(@"<style\b", RegexOptions.IgnoreCase)]
    private static partial Regex StyleElement();

    [GeneratedRegex(@"(?<=<[a-z][^<>]*)\sstyle\s*=\s*[""'@]", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"(?<=<[a-z][^<]*)\son[a-z]+\s*=\s*[""'@]", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex(@"javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex JavaScriptLink();

    [GeneratedRegex(@"Html\s*\.\s*Raw\b|\bHtmlString\s*\(")]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"asp-fallback-")]
    private static partial Regex Fallback();

    [GeneratedRegex(@"\bhx-on\b|hx-vals\s*=\s*[""']js:|hx-trigger\s*=\s*[""'][^""']*\[")]
    private static partial Regex HtmxCode();

    [GeneratedRegex(@"[""'(]data:[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex DataUrl();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CssComment();

    [GeneratedRegex(@"<form(?![^>]*asp-antiforgery)(?=[^>]*method=""post"")[^>]*action=""@")]
    private static partial Regex FormWithoutToken();

    [GeneratedRegex(@"data:|@import\b|url\(\s*[""']?(?:https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
