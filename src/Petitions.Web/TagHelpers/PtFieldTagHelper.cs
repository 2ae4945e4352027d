using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>&lt;pt-field for="Phone" label="…" hint="…" type="tel" /&gt;: one text box, text area or drop-down with all that belongs to it.</summary>
[HtmlTargetElement("pt-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtFieldTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    /// <summary>text, tel, email, password, date, number, search, textarea or select.</summary>
    public string Type { get; set; } = "text";
    public string? Inputmode { get; set; }
    public string? Autocomplete { get; set; }
    public int? MaxLength { get; set; }
    public int Rows { get; set; } = 6;
    public string? Min { get; set; }
    public string? Max { get; set; }
    public bool Autofocus { get; set; }
    public bool Spellcheck { get; set; } = true;

    /// <summary>Language of what stands in it, where that is not the page's.</summary>
    public string? ValueLang { get; set; }

    /// <summary>Options of a select.</summary>
    public IEnumerable<ChoiceItem> Items { get; set; } = [];

    /// <summary>Shown as the first, empty option of a select.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output);
        var value = Type == "password" ? null : ValueOf(Name, For.Model);
        var control = Type switch
        {
            "textarea" => Markup.Tag("textarea", "form-control", "\n" + value, ("rows", Rows.ToString(CultureInfo.InvariantCulture))),
            "select" => Select(value),
            _ => Markup.Tag("input", "form-control", null, ("type", Type), ("value", value), ("min", Min), ("max", Max)),
        };
        var counted = MaxLength is not null && Type == "textarea";
        (string, string?)[] shared =
        [
            ("id", Id), ("name", Name), ("inputmode", Inputmode), ("autocomplete", Autocomplete), Invalid,
            ("aria-describedby", DescribedBy(counted ? Id + "-count" : null)),
            ("spellcheck", Spellcheck ? null : "false"), ("lang", ValueLang), ("autofocus", Autofocus ? "autofocus" : null),
            ("data-pt-count", counted ? MaxLength?.ToString(CultureInfo.InvariantCulture) : null),
        ];
        foreach (var (key, attribute) in shared)
            if (attribute is not null)
                control.Attributes[key] = attribute;
        if (Error is not null)
            control.AddCssClass("is-invalid");
        output.Content.AppendHtml(Caption(legend: false));
        foreach (var piece in new[] { HintLine(), ErrorLine(), control, counted ? Counter() : null })
            if (piece is not null)
                output.Content.AppendHtml(piece);
    }

    /// <summary>No maxlength attribute: a browser counts UTF-16 units and would cut a pasted text in silence.</summary>
    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Counter() =>
        Markup.Tag("p", "pt-hint pt-count", Texts["form.max", MaxLength!.Value], ("id", Id + "-count"),
            ("data-pt-left", Texts["form.left"].Value), ("data-pt-over", Texts["form.over"].Value));

    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Select(string? value)
    {
        var select = Markup.Tag("select", "form-select");
        if (Empty is not null)
            select.With(Markup.Tag("option", null, Empty, ("value", "")));
        foreach (var item in Items)
            select.With(Markup.Tag("option", null, item.Text, ("value", item.Value), ("lang", item.Lang), ("selected", item.Value == value ? "selected" : null)));
        return select;
    }
}
