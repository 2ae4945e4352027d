using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>
/// A small chart made on the server as SVG (ui-guide 9): bars beside their words, or columns over time. The picture has
/// a name; the same values stand in a table below it. No script, no style attribute.
/// </summary>
[HtmlTargetElement("pt-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtChartTagHelper : TagHelper
{
    private const int Wide = 100;
    private const int High = 40;
    private const int Narrow = 6;

    public string Label { get; set; } = "";

    public string TableLabel { get; set; } = "";

    public string NameHead { get; set; } = "";

    public string ValueHead { get; set; } = "";

    /// <summary>Whether the values follow one another in time.</summary>
    public bool Columns { get; set; }

    public IReadOnlyList<ChartItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-chart");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.AppendHtml(Markup.Tag("figcaption", null, Label));
        var most = Math.Max(1, Items.Count == 0 ? 1 : Items.Max(item => item.Value));
        if (Columns)
        {
            AppendColumns(output.Content, most);
        }
        else
        {
            AppendBars(output.Content, most);
        }

        AppendTable(output.Content);
    }

    private void AppendColumns(TagHelperContent content, int most)
    {
        content.AppendHtml(Open("pt-chart-columns", High, Label));
        var width = (double)Wide / Math.Max(1, Items.Count);
        for (var i = 0; i < Items.Count; i++)
        {
            var height = (double)Items[i].Value * High / most;
            content.AppendHtml(Rect(i * width + width * .15, High - height, width * .7, height));
        }

        content.AppendHtml("</svg>");
        if (Items.Count > 0)
        {
            content.AppendHtml("<p class=\"pt-chart-ends\">");
            content.AppendHtml(Markup.Tag("span", null, Items[0].Label));
            content.AppendHtml(Markup.Tag("span", null, Items[^1].Label));
            content.AppendHtml("</p>");
        }
    }

    private void AppendBars(TagHelperContent content, int most)
    {
        // One width for all rows, or the bars could not be compared.
        var wide = Items.Any(item => item.Shown is { Length: > Narrow });
        foreach (var item in Items)
        {
            content.AppendHtml(wide ? "<div class=\"pt-chart-row pt-chart-wide\">" : "<div class=\"pt-chart-row\">");
            content.AppendHtml(Markup.Tag("span", "pt-chart-label", item.Label));
            content.AppendHtml(Open("pt-chart-bar", 10, $"{item.Label}: {item.Shown ?? Number(item.Value)}"));
            content.AppendHtml(Rect(0, 0, (double)item.Value * Wide / most, 10));
            content.AppendHtml("</svg>");
            content.AppendHtml(Value(item));
            content.AppendHtml("</div>");
        }
    }

    private void AppendTable(TagHelperContent content)
    {
        content.AppendHtml("<details class=\"pt-noprint\">");
        content.AppendHtml(Markup.Tag("summary", null, TableLabel));
        content.AppendHtml("<table class=\"table\">");
        content.AppendHtml(Markup.Tag("caption", "visually-hidden", Label));
        content.AppendHtml("<thead><tr><th scope=\"col\">").Append(NameHead).AppendHtml("</th><th scope=\"col\">").Append(ValueHead).AppendHtml("</th></tr></thead><tbody>");
        foreach (var item in Items)
        {
            content.AppendHtml("<tr><th scope=\"row\">").Append(item.Label).AppendHtml("</th><td class=\"pt-num\">").AppendHtml(Value(item)).AppendHtml("</td></tr>");
        }

        content.AppendHtml("</tbody></table></details>");
    }

    private static HtmlContentBuilder Open(string name, int height, string label)
    {
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<svg class=\"{name}\" viewBox=\"0 0 {Wide} {height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"").Append(label).AppendHtml("\">");
        return html;
    }

    /// <summary>The number, as a link to its rows where it has any to show.</summary>
    private static TagBuilder Value(ChartItem item) => item.Href is null
        ? Markup.Tag("span", "pt-num", item.Shown ?? Number(item.Value))
        : Markup.Tag("a", "pt-num", item.Shown ?? Number(item.Value), ("href", item.Href), ("aria-label", $"{item.Label}: {item.Shown ?? Number(item.Value)}"));

    private static string Rect(double x, double y, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\"></rect>");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
