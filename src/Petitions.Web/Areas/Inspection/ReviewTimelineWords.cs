using Microsoft.Extensions.Localization;
using Petitions.Domain.AccountabilityReviews.Timelines;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;
using Petitions.Web.Display;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection;

/// <summary>Holders and rules of a timeline in the language of the page.</summary>
public sealed class ReviewTimelineWords(IStringLocalizer<ReviewTexts> texts, OfficeCatalog offices, ClockCatalog clocks, PageState page)
{
    public string Holder(Holding holding, TimelineSheet sheet)
    {
        var who = holding.ActingId is { } staff && sheet.Names.TryGetValue(staff, out var name) ? name
            : Department(holding.DepartmentId) ?? texts[$"holder.{holding.Kind}"].Value;
        var acting = holding.SubstituteId is not null ? " " + texts["holder.acting"].Value : "";
        return holding.Waiting switch
        {
            WaitingFor.Petitioner => $"{who}{acting} ({texts["waiting.Petitioner"].Value})",
            WaitingFor.Contributor => $"{who}{acting} ({texts["waiting.Contributor", Department(holding.WaitingDepartmentId) ?? ""].Value})",
            _ => who + acting,
        };
    }

    /// <summary>To whom a late day falls: whom the holder waited for, else the holder.</summary>
    public string Share(Holding holding, TimelineSheet sheet) => holding.Waiting switch
    {
        WaitingFor.Petitioner => texts["share.Petitioner"].Value,
        WaitingFor.Contributor => Department(holding.WaitingDepartmentId) ?? texts["share.Contributor"].Value,
        _ => Holder(holding, sheet),
    };

    public string Rule(string ruleId) => clocks.Rules.Where(rule => rule.RuleId == ruleId).MaxBy(rule => rule.Version) is { } rule ? page.Chinese ? rule.NameZh : rule.NameEn : ruleId;

    private string? Department(Guid? id) => offices.Department(id) is { } department ? page.Chinese ? department.NameZh : department.NameEn : null;
}
