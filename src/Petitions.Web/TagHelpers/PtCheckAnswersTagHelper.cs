using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>All answers before sending, each with a way to change it.</summary>
[HtmlTargetElement("pt-check-answers", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtCheckAnswersTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public IEnumerable<AnswerRow> Rows { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-answers");
        foreach (var row in Rows)
            output.Content.AppendHtml(Markup.Tag("div").With(
                Markup.Tag("dt", null, row.Label),
                Markup.Tag("dd", row.Value is null ? "pt-hint" : "pt-text", row.Value ?? texts["answers.empty"]),
                row.ChangeHref is null ? null : Markup.Tag("dd", "pt-change").With(
                    Markup.Tag("a", null, texts["answers.change"], ("href", Markup.Href(View, row.ChangeHref))).With(Markup.Hidden(row.Label)))));
    }
}
