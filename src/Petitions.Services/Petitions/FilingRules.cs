using System.Text.Json;
using Petitions.Domain;
using Petitions.Domain.People;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions;

/// <summary>What the reference data allows to be filed; asked by the form for its choices and by the service as the rule.</summary>
public sealed class FilingRules(ReferenceCatalog reference)
{
    private static readonly string[] Reports = ["Report", "Complaint", "CrimeReport"];

    public bool OnlineAllowed(string category) =>
        reference.Holds("PetitionCategory", category) && reference.Flag("PetitionCategory", category, "onlineAllowed");

    public bool AnonymousAllowed(string category) => reference.Flag("PetitionCategory", category, "anonymousAllowed");

    /// <summary>Material that must never reach the one complained of (T22-30(3)).</summary>
    public static bool IsReport(string? category) => Reports.Contains(category);

    public bool ConcernsProcuratorate(string? subCategory) => reference.Flag("PetitionSubCategory", subCategory, "procuratorateRelated");

    public bool IsNamed(string identityMode) => reference.Flag("IdentityMode", identityMode, "named");

    public bool IsSealed(string identityMode) => reference.Flag("IdentityMode", identityMode, "sealed");

    /// <summary>Whether papers of the kind carry the citizen number with its check digit.</summary>
    public bool ChecksId(string? idKind) => reference.Text("IdKind", idKind, "check") == "GB11643";

    /// <summary>First reports and surrender are heard by two (RP14-14).</summary>
    public bool NeedsTwoReceivers(string category) => reference.Flag("PetitionCategory", category, "twoReceivers");

    /// <summary>The sub-categories of a category, "other" last.</summary>
    public IReadOnlyList<string> SubCategories(string category) =>
        [.. reference.Items("PetitionSubCategory").Where(item => Belongs(item.Code, item.Parent, category)).Select(item => item.Code)];

    /// <exception cref="RuleBrokenException">When a code is unknown or the rules do not allow the filing.</exception>
    public void Check(FilePetition request)
    {
        Rule.Require(reference.Holds("IntakeChannel", request.Channel), "petition.channel");
        Rule.Require(reference.Holds("PetitionCategory", request.Category), "petition.category");
        var selfService = reference.Flag("IntakeChannel", request.Channel, "selfService");
        Rule.Require(!selfService || OnlineAllowed(request.Category), "petition.not-online");
        Rule.Require(request.SubCategory is null || SubCategories(request.Category).Contains(request.SubCategory), "petition.sub-category");
        Rule.Require(reference.Holds("IdentityMode", request.IdentityMode), "petition.identity-mode");
        // Nobody checks a name by filing online; the register must not say so.
        Rule.Require(!selfService || request.IdentityMode != "RealName", "petition.name-not-checked");
        Rule.Require(request.SpecialNeeds.All(need => reference.Holds("SpecialNeed", need)), "petition.special-need");
        Rule.Require(reference.Holds("DeliveryWay", request.NoticeWay), "petition.notice-way");
        Rule.Require(reference.Holds("Urgency", request.Urgency), "petition.urgency");
        Rule.Require(request.Contact is null || (PersonName.Key(request.Contact.Name).Length > 0 && PhoneNumber.TryParse(request.Contact.Phone) is { IsMobile: true }), "petition.contact");
        Rule.Require(request.ActsAs is null or "Agent" or "Representative", "petition.acts-as");
        Rule.Require(request.ActsAs is null == request.Principal is null, "petition.acts-as");
        if (IsNamed(request.IdentityMode))
        {
            Rule.Require(PersonName.Key(request.Petitioner.Name).Length > 0, "petition.name");
        }
        else
        {
            Rule.Require(AnonymousAllowed(request.Category), "petition.not-anonymous");
            Rule.Require(string.IsNullOrWhiteSpace(request.Petitioner.Name) && string.IsNullOrWhiteSpace(request.Petitioner.IdNumber), "petition.anonymous-with-name");
            Rule.Require(request.Principal is null, "petition.anonymous-for-another");
        }

        foreach (var person in (FiledPerson[])[request.Petitioner, .. request.Principal is { } principal ? new[] { principal } : []])
        {
            Rule.Require(person.IdKind is null || reference.Holds("IdKind", person.IdKind), "petition.id-kind");
            Rule.Require(PersonName.Elements(person.Name ?? "") <= PersonName.MaxElements, "petition.name");
        }
    }

    private bool Belongs(string code, string? parent, string category) =>
        string.IsNullOrEmpty(parent) || parent == category
        || (reference.Attribute("PetitionSubCategory", code, "also") is { ValueKind: JsonValueKind.Array } also
            && also.EnumerateArray().Any(other => other.GetString() == category));
}
