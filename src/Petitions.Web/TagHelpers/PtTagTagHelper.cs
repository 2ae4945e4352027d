using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>A status in words on a quiet colour: red, amber, green, blue or grey.</summary>
[HtmlTargetElement("pt-tag")]
public sealed class PtTagTagHelper : TagHelper
{
    private static readonly string[] Kinds = ["red", "amber", "green", "blue", "grey"];

    public string Kind { get; set; } = "grey";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-tag pt-tag-" + (Kinds.Contains(Kind) ? Kind : "grey"));
    }
}
