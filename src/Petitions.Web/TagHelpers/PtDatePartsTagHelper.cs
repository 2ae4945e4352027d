using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>Three boxes for a remembered date; the model property is a <see cref="DateParts"/>. Errors belong to the property itself.</summary>
[HtmlTargetElement("pt-date-parts", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtDatePartsTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output);
        var parts = For.Model as DateParts ?? new DateParts();
        var set = Markup.Tag("fieldset", null, null, ("aria-describedby", DescribedBy()))
            .With(Caption(legend: true), HintLine(), ErrorLine());
        set.With(Markup.Tag("div", "pt-dateparts").With(
            Box(nameof(DateParts.Year), Id, "form.year", parts.Year, "pt-w4"),
            Box(nameof(DateParts.Month), Id + "_Month", "form.month", parts.Month, "pt-w2"),
            Box(nameof(DateParts.Day), Id + "_Day", "form.day", parts.Day, "pt-w2")));
        output.Content.AppendHtml(set);
    }

    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Box(string part, string id, string key, string? value, string css) =>
        Markup.Tag("div").With(
            Markup.Tag("label", "form-label", Texts[key], ("for", id)),
            Markup.Tag("input", (Error is null ? "form-control " : "form-control is-invalid ") + css, null, ("type", "text"), ("inputmode", "numeric"),
                ("id", id), ("name", $"{Name}.{part}"), ("value", ValueOf($"{Name}.{part}", value)), Invalid));
}
