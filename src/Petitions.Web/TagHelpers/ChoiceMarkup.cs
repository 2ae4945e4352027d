using Microsoft.AspNetCore.Mvc.Rendering;

namespace Petitions.Web.TagHelpers;

internal static class ChoiceMarkup
{
    public static TagBuilder Line(string type, string id, string name, ChoiceItem item, bool chosen, bool invalid)
    {
        var hintId = item.Hint is null ? null : id + "-hint";
        return Markup.Tag("div", "form-check").With(
            Markup.Tag("input", invalid ? "form-check-input is-invalid" : "form-check-input", null,
                ("type", type), ("id", id), ("name", name), ("value", item.Value), ("checked", chosen ? "checked" : null),
                ("aria-describedby", hintId), ("aria-invalid", invalid && type == "checkbox" ? "true" : null)),
            Markup.Tag("label", "form-check-label", item.Text, ("for", id), ("lang", item.Lang)),
            item.Hint is null ? null : Markup.Tag("div", "pt-hint", item.Hint, ("id", hintId)));
    }
}
