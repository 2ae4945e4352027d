using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>The parts of a long job and how far each is.</summary>
[HtmlTargetElement("pt-task-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtTaskListTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public IEnumerable<TaskRow> Rows { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pt-tasks");
        foreach (var row in Rows)
        {
            var (key, kind) = row.State switch
            {
                TaskRowState.Done => ("task.done", "green"),
                TaskRowState.InProgress => ("task.in-progress", "blue"),
                TaskRowState.CannotStart => ("task.cannot-start", "grey"),
                _ => ("task.not-started", "amber"),
            };
            var open = row.Href is not null && row.State != TaskRowState.CannotStart;
            output.Content.AppendHtml(Markup.Tag("li").With(
                open ? Markup.Tag("a", null, row.Text, ("href", Markup.Href(View, row.Href!))) : Markup.Tag("span", null, row.Text),
                Markup.Tag("span", "pt-tag pt-tag-" + kind, texts[key])));
        }
    }
}
