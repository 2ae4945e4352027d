using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>
/// &lt;pt-table caption="…"&gt;: a table that turns into cards on a phone; give each td a data-label. Today's browsers keep the
/// roles of a table whatever its display, and the Nu checker refuses to have them repeated on rows and cells.
/// </summary>
[HtmlTargetElement("pt-table")]
public sealed class PtTableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";
    public bool CaptionShown { get; set; }
    public bool Stack { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Stack ? "table pt-stack" : "table");
        output.Content.AppendHtml(Markup.Tag("caption", CaptionShown ? null : "visually-hidden", Caption));
        output.Content.AppendHtml(rows);
    }
}
