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
                Markup.Tag("time", "pt-num", item.When, ("datetime", item.Machine)),
                Markup.Tag("strong", null, item.Title),
                item.Who is null ? null : Markup.Tag("span", "pt-hint", item.Who),
                item.Text is null ? null : Markup.Tag("p", null, item.Text)));
    }
}
