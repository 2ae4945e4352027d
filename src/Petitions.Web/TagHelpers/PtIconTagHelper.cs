using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>A picture from /img/icons.svg; stands beside words, never alone.</summary>
[HtmlTargetElement("pt-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtIconTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(View, Name));
    }
}
