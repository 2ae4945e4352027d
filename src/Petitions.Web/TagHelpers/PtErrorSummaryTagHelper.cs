using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>All errors of the form at its top, each a link to its control, in the same words as beside the field. Nothing if the form is right.</summary>
[HtmlTargetElement("pt-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtErrorSummaryTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState
            .Where(entry => entry.Value?.Errors.Count > 0)
            .Select(entry => (Id: TagBuilder.CreateSanitizedId(entry.Key, "_"), entry.Value!.Errors[0].ErrorMessage))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-err");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml(Markup.Tag("h2", "h3", errors.Count == 1 ? texts["form.errors.one"] : texts["form.errors.many", errors.Count], ("id", "error-summary-title")));
        var list = Markup.Tag("ul");
        foreach (var (id, message) in errors)
            list.With(Markup.Tag("li").With(id.Length == 0 ? Markup.Tag("span", null, message) : Markup.Tag("a", null, message, ("href", "#" + id))));
        output.Content.AppendHtml(list);
    }
}
