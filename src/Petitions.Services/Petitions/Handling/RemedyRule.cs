using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Which remedy a reply must name, by track and category, and until when it is open (domain.md 2.7).</summary>
public sealed class RemedyRule(ReferenceCatalog reference, ClockCatalog clocks)
{
    /// <summary>Code of list Remedy.</summary>
    public string For(string? track, string category, string? subCategory) =>
        track == "Ordinary" && category != "Suggestion" && category != "Enquiry"
            ? "ReviewThenRecheck"
            : reference.Text("PetitionSubCategory", subCategory, "remedy") ?? reference.Text("PetitionCategory", category, "remedy") ?? "None";

    public string For(Petition petition) => For(petition.Track, petition.Category, petition.SubCategory);

    /// <summary>Last day of the remedy when the reply is served on a day; null when the remedy has no limit.</summary>
    public DateOnly? Until(string remedy, DateOnly served) =>
        reference.Text("Remedy", remedy, "ruleId") is { } rule ? clocks.DueOf(rule, served)?.Due : null;
}
