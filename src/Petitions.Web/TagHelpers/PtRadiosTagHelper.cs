using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>A question with one answer. The first radio carries the id of the field, so the error summary can lead to it.</summary>
[HtmlTargetElement("pt-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtRadiosTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    public IEnumerable<ChoiceItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output);
        var value = ValueOf(Name, For.Model);
        var set = Markup.Tag("fieldset", null, null, ("aria-describedby", DescribedBy()))
            .With(Caption(legend: true), HintLine(), ErrorLine());
        foreach (var (index, item) in Items.Index())
            set.With(ChoiceMarkup.Line("radio", index == 0 ? Id : $"{Id}_{index}", Name, item, item.Value == value, Error is not null));
        output.Content.AppendHtml(set);
    }
}
