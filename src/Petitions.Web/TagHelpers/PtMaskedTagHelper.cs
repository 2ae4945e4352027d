using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>A masked value; the child content is the way to see it (a form whose answer is logged).</summary>
[HtmlTargetElement("pt-masked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtMaskedTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>Already masked on the server: the whole value is never in the page.</summary>
    public string Value { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var reveal = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-masked");
        output.Content.AppendHtml(Markup.Tag("span", "pt-num", Value));
        output.Content.AppendHtml(Markup.Hidden(texts["masked.note"]));
        output.Content.AppendHtml(reveal);
    }
}
