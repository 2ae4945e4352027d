using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>The form of a confirmation page: what will happen (child content), one button that does it, one link back.</summary>
[HtmlTargetElement("pt-confirm")]
public sealed class PtConfirmTagHelper(IHtmlGenerator generator, IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public string Action { get; set; } = "";
    public string Text { get; set; } = "";
    public string CancelHref { get; set; } = "~/";
    public bool Danger { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var details = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", Markup.Href(View, Action));
        output.Attributes.SetAttribute("class", "pt-confirm");
        output.Content.AppendHtml(details);
        if (generator.GenerateAntiforgery(View) is { } token)
            output.Content.AppendHtml(token);
        output.Content.AppendHtml(Markup.Tag("div", "pt-actions").With(
            Markup.Tag("button", Danger ? "btn btn-danger" : "btn btn-primary", Text, ("type", "submit")),
            Markup.Tag("a", "btn btn-link", texts["confirm.cancel"], ("href", Markup.Href(View, CancelHref)))));
    }
}
