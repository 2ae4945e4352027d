using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Petitions.Web.TagHelpers;

/// <summary>Gives the parts of a stacking pt-table the roles that display:block takes away.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class PtTablePartTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.ContainsKey(PtTableTagHelper.Inside))
            return;
        output.Attributes.SetAttribute("role", output.TagName switch
        {
            "thead" or "tbody" => "rowgroup",
            "tr" => "row",
            "th" => output.Attributes["scope"]?.Value?.ToString() == "row" ? "rowheader" : "columnheader",
            _ => "cell",
        });
    }
}
