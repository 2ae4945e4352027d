using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Which remedy a reply must name, by track and category, and until when it is open (domain.md 2.7).</summary>
public sealed class RemedyRule(ReferenceCatalog reference, ClockCatalog clocks, TimeProvider clock)
{
    private static readonly Dictionary<ClockUnit, string> Units = new()
    {
        [ClockUnit.CalendarDay] = "\u65e5",
        [ClockUnit.WorkingDay] = "\u4e2a\u5de5\u4f5c\u65e5",
        [ClockUnit.Month] = "\u4e2a\u6708",
        [ClockUnit.Year] = "\u5e74",
        [ClockUnit.Hour] = "\u5c0f\u65f6",
    };

    /// <summary>Code of list Remedy.</summary>
    public string For(string? track, string category, string? subCategory) =>
        track == "Ordinary" && category != "Suggestion" && category != "Enquiry"
            ? "ReviewThenRecheck"
            : reference.Text("PetitionSubCategory", subCategory, "remedy") ?? reference.Text("PetitionCategory", category, "remedy") ?? "None";

    public string For(Petition petition) => For(petition.Track, petition.Category, petition.SubCategory);

    /// <summary>How long the remedy is open, as documents write it; empty when it has no limit.</summary>
    public string Limit(string remedy) => reference.Text("Remedy", remedy, "ruleId") is { } id && clocks.Rule(id, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)) is { } rule
        ? string.Create(CultureInfo.InvariantCulture, $"{rule.Amount}{Units[rule.Unit]}")
        : "";

    /// <summary>Last day of the remedy when the reply is served on a day; null when the remedy has no limit.</summary>
    public DateOnly? Until(string remedy, DateOnly served) =>
        reference.Text("Remedy", remedy, "ruleId") is { } rule ? clocks.DueOf(rule, served)?.Due : null;
}
