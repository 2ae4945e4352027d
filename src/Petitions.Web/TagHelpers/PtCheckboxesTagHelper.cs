using System.Collections;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.TagHelpers;

/// <summary>A question with any number of answers, or one box for a bool.</summary>
[HtmlTargetElement("pt-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PtCheckboxesTagHelper(IStringLocalizer<SharedTexts> texts) : FieldTagHelper(texts)
{
    public IEnumerable<ChoiceItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output);
        var chosen = Chosen();
        var set = Markup.Tag("fieldset", null, null, ("aria-describedby", DescribedBy()))
            .With(Caption(legend: true), HintLine(), ErrorLine());
        foreach (var (index, item) in Items.Index())
            set.With(ChoiceMarkup.Line("checkbox", index == 0 ? Id : $"{Id}_{index}", Name, item, chosen.Contains(item.Value), Error is not null));
        output.Content.AppendHtml(set);
    }

    // The bound model, not the attempted value: a validator writes a list into ModelState as its type name.
    private HashSet<string> Chosen() => For.Model switch
    {
        null => [],
        string one => [one],
        IEnumerable many => many.Cast<object?>().Select(Written).OfType<string>().ToHashSet(StringComparer.Ordinal),
        var single => Written(single) is { } text ? [text] : [],
    };
}
