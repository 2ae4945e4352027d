using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>What happened, in order; entries still to come are marked.</summary>
[HtmlTargetElement("pt-timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtTimelineTagHelper : TagHelper
{
    public IEnumerable<TimelineEntry> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-timeline");
        foreach (var item in Items)
            output.Content.AppendHtml(Markup.Tag("li", item.Pending ? "pt-pending" : null).With(
                Markup.Tag(item.Machine is null ? "span" : "time", "pt-num", item.When, ("datetime", item.Machine)),
                Markup.Tag("strong", null, item.Title),
                item.Who is null ? null : Markup.Tag("span", "pt-hint", item.Who, Language(item.Who)),
                item.Mark is null ? null : Markup.Tag("span", "pt-hint", item.Mark),
                item.Text is null ? null : Markup.Tag("p", null, item.Text, Language(item.Text))));
    }

    /// <summary>Names and texts stay as they were written; a reader must know that they are Chinese on an English page.</summary>
    private static (string, string?) Language(string text) =>
        ("lang", text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "zh-Hans" : null);
}
