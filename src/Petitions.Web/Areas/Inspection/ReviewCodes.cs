using Petitions.Domain.AccountabilityReviews;
using Petitions.Services.Reference;
using Petitions.Web.Display;
using Petitions.Web.TagHelpers;

namespace Petitions.Web.Areas.Inspection;

/// <summary>Codes of reviews in the language of the page, and as choices of a form.</summary>
public sealed class ReviewCodes(ReferenceCatalog reference, PageState page)
{
    private const string Zh = "zh-Hans";

    public string Factor(string? code) => Label("AccountabilityFactor", code);

    public string Trigger(string? code) => Label("ReviewTrigger", code);

    public string Opinion(LiabilityOpinion? opinion) => Label("LiabilityOpinion", opinion?.ToString());

    public string Way(string? code) => Label("DeliveryWay", code);

    public string Category(string? code) => Label("PetitionCategory", code);

    public IReadOnlyList<ChoiceItem> Factors(IEnumerable<string>? only = null) => Items("AccountabilityFactor").Where(item => only is null || only.Contains(item.Value)).ToList();

    public IReadOnlyList<ChoiceItem> Triggers => Items("ReviewTrigger");

    public IReadOnlyList<ChoiceItem> Opinions => Items("LiabilityOpinion");

    public IReadOnlyList<ChoiceItem> Ways => Items("DeliveryWay");

    /// <summary>What a training proposal made in one click says: the cause in Chinese, as papers of the office are.</summary>
    public string TrainingText(string cause) => reference.Label("AccountabilityFactor", cause, Zh);

    private string Label(string list, string? code) => reference.Label(list, code, page.Lang);

    private List<ChoiceItem> Items(string list) => [.. reference.Items(list).Select(item => new ChoiceItem(item.Code, page.Chinese ? item.Zh : item.En))];
}
