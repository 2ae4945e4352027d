using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>
/// The main button, with the submission key of the form: the same form sent twice makes one record, so the key of a
/// form that comes back with errors stays the same.
/// </summary>
[HtmlTargetElement("pt-submit", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtSubmitTagHelper : TagHelper
{
    private const int KeyBytes = 16;

    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public string Text { get; set; } = "";

    /// <summary>Turned off on forms that create nothing.</summary>
    public bool WithKey { get; set; } = true;
    public string KeyName { get; set; } = "SubmissionKey";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-actions");
        if (WithKey)
            output.Content.AppendHtml(Markup.Tag("input", null, null, ("type", "hidden"), ("name", KeyName), ("value", Key())));
        output.Content.AppendHtml(Markup.Tag("button", "btn btn-primary", Text, ("type", "submit")));
        output.Content.AppendHtml(more);
    }

    private string Key() =>
        View.ViewData.ModelState.TryGetValue(KeyName, out var entry) && entry.AttemptedValue is { Length: > 0 } kept
            ? kept : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
