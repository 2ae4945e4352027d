using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>
/// &lt;pt-table caption="…"&gt;: a table that turns into cards on a phone. Because cards change display, the rows and cells in it
/// get their roles back; give each td a data-label.
/// </summary>
[HtmlTargetElement("pt-table")]
public sealed class PtTableTagHelper : TagHelper
{
    internal const string Inside = "pt-table";

    public string Caption { get; set; } = "";
    public bool CaptionShown { get; set; }
    public bool Stack { get; set; } = true;

    public override void Init(TagHelperContext context)
    {
        if (Stack)
            context.Items[Inside] = true;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Stack ? "table pt-stack" : "table");
        if (Stack)
            output.Attributes.SetAttribute("role", "table");
        output.Content.AppendHtml(Markup.Tag("caption", CaptionShown ? null : "visually-hidden", Caption));
        output.Content.AppendHtml(rows);
    }
}
