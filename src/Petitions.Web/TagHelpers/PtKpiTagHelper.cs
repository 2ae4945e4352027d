using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>One figure with its words; the whole tile leads to the rows behind it.</summary>
[HtmlTargetElement("pt-kpi", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtKpiTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public string Label { get; set; } = "";
    public string Value { get; set; } = "";
    public string? Href { get; set; }
    public string? Note { get; set; }

    /// <summary>red, amber, green, blue or nothing.</summary>
    public string? Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "div" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "pt-tile" : "pt-tile pt-tile-" + Kind);
        if (Href is not null)
            output.Attributes.SetAttribute("href", Markup.Href(View, Href));
        output.Content.AppendHtml(Markup.Tag("span", "pt-tile-label", Label));
        output.Content.AppendHtml(Markup.Tag("span", "pt-kpi", Value));
        if (Note is not null)
            output.Content.AppendHtml(Markup.Tag("span", "pt-hint", Note));
    }
}
