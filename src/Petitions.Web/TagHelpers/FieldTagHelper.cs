using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>What all form fields share: order label, hint, error, control; stable ids; what was typed stays.</summary>
public abstract class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    /// <summary>Required is the default; only the rest is marked.</summary>
    public bool Optional { get; set; }

    /// <summary>The label is the heading of the page (one question per page).</summary>
    public bool Heading { get; set; }

    protected IStringLocalizer<SharedTexts> Texts => texts;
    protected string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");
    protected string? Error => ErrorOf(Name);

    protected string? ErrorOf(string name) =>
        View.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    /// <summary>What the visitor typed, else what the model holds.</summary>
    protected string? ValueOf(string name, object? model) =>
        View.ViewData.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } typed ? typed : Written(model);

    protected static string? Written(object? model) => model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString(),
    };

    protected string? DescribedBy(params string?[] more)
    {
        string?[] ids = [Hint is null ? null : Id + "-hint", Error is null ? null : Id + "-error", .. more];
        var joined = string.Join(' ', ids.Where(id => id is not null));
        return joined.Length == 0 ? null : joined;
    }

    protected void Wrap(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "pt-field" : "pt-field pt-group-err");
    }

    /// <summary>Label (or legend) with its suffix; inside the page heading if it is the question of the page.</summary>
    protected IHtmlContent Caption(bool legend)
    {
        var words = new HtmlContentBuilder().Append(Label);
        if (Optional)
            words.AppendHtml(Markup.Tag("span", "pt-optional", texts["form.optional"]));
        if (legend)
            return Markup.Tag("legend", Heading ? "pt-legend-h1" : "form-label").With(Heading ? Markup.Tag("h1").With(words) : words);
        var label = Markup.Tag("label", "form-label", null, ("for", Id)).With(words);
        return Heading ? Markup.Tag("h1", "pt-label-h1").With(label) : label;
    }

    protected TagBuilder? HintLine() => Hint is null ? null : Markup.Tag("div", "pt-hint", Hint, ("id", Id + "-hint"));

    protected TagBuilder? ErrorLine() => Error is not { } message ? null
        : Markup.Tag("p", "pt-errmsg", null, ("id", Id + "-error"))
            .With(Markup.Icon(View, "alert"), Markup.Hidden(texts["title.error"]), Markup.Tag("span", null, message));

    protected (string, string?) Invalid => ("aria-invalid", Error is null ? null : "true");
}
