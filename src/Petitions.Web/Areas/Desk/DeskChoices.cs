using Microsoft.Extensions.Localization;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;
using Petitions.Web.Access;
using Petitions.Web.Hosting;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The choices of the desk's forms and their labels, in the language of the page.</summary>
public sealed class DeskChoices(
    ReferenceCatalog reference, DeskPlaces places, ReceptionQueries queries, OfficeCatalog offices, ICurrentActor current, IStringLocalizer<DeskTexts> texts,
    IStringLocalizer<HallTexts> hall)
{
    private static readonly string[] NoticeWayCodes = ["Post", "PlainEnvelope", "Telephone", "Portal"];

    public IReadOnlyList<ChoiceItem> Categories => Items("PetitionCategory");

    public IReadOnlyList<ChoiceItem> SubCategories =>
        [.. reference.Items("PetitionSubCategory").Select(item => new ChoiceItem(item.Code, Label("PetitionSubCategory", item.Code)))];

    /// <summary>What may be handed in at a point: surrender asks for the person himself.</summary>
    public IReadOnlyList<ChoiceItem> HandInCategories => [.. Categories.Where(item => item.Value != "Surrender")];

    public IReadOnlyList<ChoiceItem> IdKinds => [.. Items("IdKind").Where(item => item.Value != "NotShown")];

    public IReadOnlyList<ChoiceItem> Needs => Items("SpecialNeed");

    public IReadOnlyList<ChoiceItem> Urgencies => Items("Urgency");

    public IReadOnlyList<ChoiceItem> NoticeWays => [.. NoticeWayCodes.Select(code => new ChoiceItem(code, Label("DeliveryWay", code)))];

    public IReadOnlyList<ChoiceItem> Priorities =>
    [
        new(RecordVisit.Proposed, texts["priority.proposed"]), new(RecordVisit.NoPriority, texts["priority.none"]),
        .. Items("PriorityReason").Where(item => item.Value != "Booked"),
    ];

    public IReadOnlyList<ChoiceItem> Identities =>
        [.. new[] { RecordVisit.Named, "NameWithheld", "Anonymous" }.Select(code => new ChoiceItem(code, texts[$"identity.{code}"]))];

    /// <summary>A caller gives his name, or keeps it to whoever takes the call; without a name the call is anonymous.</summary>
    public IReadOnlyList<ChoiceItem> CallerIdentities => [.. Identities.Where(item => item.Value != "Anonymous")];

    public IReadOnlyList<ChoiceItem> Checks => [.. Enum.GetValues<IdentityCheck>().Select(check => new ChoiceItem(check.ToString(), texts[$"check.{check}"]))];

    public IReadOnlyList<ChoiceItem> Purposes => [.. Enum.GetValues<VisitPurpose>().Select(purpose => new ChoiceItem(purpose.ToString(), texts[$"purpose.{purpose}"]))];

    public IReadOnlyList<ChoiceItem> Consents => [.. Enum.GetValues<PrincipalConsent>().Select(way => new ChoiceItem(way.ToString(), hall[$"party.consent.{way}"]))];

    public IReadOnlyList<ChoiceItem> Outcomes => [.. Enum.GetValues<ReceptionOutcome>().Select(outcome => new ChoiceItem(outcome.ToString(), texts[$"outcome.{outcome}"]))];

    public IReadOnlyList<ChoiceItem> RespondentKinds =>
        [.. Enum.GetValues<Domain.People.RespondentKind>().Select(kind => new ChoiceItem(kind.ToString(), texts[$"respondent.{kind}"]))];

    public IReadOnlyList<ChoiceItem> OrganKinds => Items("ExternalOrganKind");

    public IReadOnlyList<ChoiceItem> Points =>
        [.. places.For(current.Actor).Select(point => new ChoiceItem(point.Code, PetitionCultures.IsChinese ? point.NameZh : point.NameEn))];

    public string PointName(Guid id) => offices.ServicePoints.FirstOrDefault(point => point.Id == id) is { } point ? (PetitionCultures.IsChinese ? point.NameZh : point.NameEn) : "";

    public string? PointPhone(Guid id) => offices.ServicePoints.FirstOrDefault(point => point.Id == id)?.Phone;

    public string Label(string list, string? code) => reference.Label(list, code, PetitionCultures.Current);

    public string Labels(string list, IEnumerable<string> codes) => string.Join(PetitionCultures.IsChinese ? "\u3001" : ", ", codes.Select(code => Label(list, code)));

    public async Task<IReadOnlyList<ChoiceItem>> ColleaguesAsync(Guid officeId, CancellationToken ct) =>
        [.. (await queries.ColleaguesAsync(officeId, current.Actor, ct)).Select(colleague => new ChoiceItem(colleague.Id.ToString(), colleague.Name, Lang: "zh-Hans"))];

    private IReadOnlyList<ChoiceItem> Items(string list) => [.. reference.Items(list).Select(item => new ChoiceItem(item.Code, Label(list, item.Code)))];
}
