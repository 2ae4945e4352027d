using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>Next and previous of a keyset-paged list, with its total in words. Pages have no numbers: rows come and go.</summary>
[HtmlTargetElement("pt-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtPagerTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public string? Previous { get; set; }
    public string? Next { get; set; }

    /// <summary>From CountText.</summary>
    public string? Total { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-pager");
        output.Attributes.SetAttribute("aria-label", texts["pager.label"].Value);
        if (Total is not null)
            output.Content.AppendHtml(Markup.Tag("p", "pt-num", texts["pager.total", Total]));
        if (!string.IsNullOrEmpty(Previous))
            output.Content.AppendHtml(Markup.Tag("a", "btn btn-outline-primary", null, ("href", Markup.Href(View, Previous)), ("rel", "prev"))
                .With(Markup.Icon(View, "arrow-left"), Markup.Tag("span", null, texts["pager.previous"])));
        if (!string.IsNullOrEmpty(Next))
            output.Content.AppendHtml(Markup.Tag("a", "btn btn-outline-primary", null, ("href", Markup.Href(View, Next)), ("rel", "next"))
                .With(Markup.Tag("span", null, texts["pager.next"]), Markup.Icon(View, "arrow-right")));
    }
}
