using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;
using Petitions.Web.Hosting;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Filing;

/// <summary>The choices of the form and the labels of its answers, in the language of the page.</summary>
public sealed class FilingChoices(ReferenceCatalog reference, OfficeCatalog offices, FilingRules rules, IStringLocalizer<FilingTexts> texts)
{
    private static bool Chinese => PetitionCultures.IsChinese;

    public string Label(string list, string? code) => reference.Label(list, code, PetitionCultures.Current);

    public IReadOnlyList<ChoiceItem> Categories =>
        [.. reference.Items("PetitionCategory").Where(item => rules.OnlineAllowed(item.Code))
            .Select(item => new ChoiceItem(item.Code, Label("PetitionCategory", item.Code), Hint("category." + item.Code)))];

    public IReadOnlyList<ChoiceItem> SubCategories(string category) =>
        [.. rules.SubCategories(category).Select(code => new ChoiceItem(code, Label("PetitionSubCategory", code))),
            new ChoiceItem(DraftAnswers.NotSure, texts["sub-category.not-sure"])];

    public IReadOnlyList<ChoiceItem> ForWhom =>
        [.. new[] { DraftAnswers.Self, "Agent", "Representative" }.Select(code => new ChoiceItem(code, texts[$"for-whom.{code}"], Hint("for-whom." + code)))];

    public IReadOnlyList<ChoiceItem> IdentityModes(DraftAnswers answers) =>
        [.. new[] { "RealNameUnverified", "NameWithheld", "Anonymous" }
            .Where(mode => mode != "Anonymous" || (!answers.ForAnother && answers.Category is { } category && rules.AnonymousAllowed(category)))
            .Select(mode => new ChoiceItem(mode, texts[$"identity.{mode}"], Hint("identity." + mode)))];

    public IReadOnlyList<ChoiceItem> IdKinds =>
        [.. reference.Items("IdKind").Where(item => item.Code != "NotShown").Select(item => new ChoiceItem(item.Code, Label("IdKind", item.Code)))];

    public IReadOnlyList<ChoiceItem> SpecialNeeds =>
        [.. reference.Items("SpecialNeed").Select(item => new ChoiceItem(item.Code, Label("SpecialNeed", item.Code)))];

    /// <summary>Only ways for which the petitioner gave an address: nothing is asked twice and no choice is empty.</summary>
    public IReadOnlyList<ChoiceItem> NoticeWays(DraftAnswers answers)
    {
        var person = answers.IdentityMode == "Anonymous" ? new FiledPerson() : answers.Person;
        (string Code, bool Reachable)[] ways =
        [
            ("Portal", true), ("Email", person.Email is not null), ("Telephone", person.Phone is not null),
            ("Post", person.Address is not null), ("PlainEnvelope", person.Address is not null),
        ];
        return [.. ways.Where(way => way.Reachable).Select(way => new ChoiceItem(way.Code, Label("DeliveryWay", way.Code), Hint("contact.way." + way.Code)))];
    }

    public static bool CanText(DraftAnswers answers) =>
        answers.IdentityMode != "Anonymous" && PhoneNumber.TryParse(answers.Person.Phone) is { IsMobile: true };

    /// <summary>Departments in use of all offices, each with its office.</summary>
    public IReadOnlyList<ChoiceItem> Departments => DepartmentsOf([.. offices.Offices.Select(office => office.Id)]);

    /// <summary>Departments in use of some offices: a form offers no department that it would refuse.</summary>
    public IReadOnlyList<ChoiceItem> DepartmentsOf(IReadOnlyList<Guid> within) =>
        [.. offices.Departments.Where(unit => unit.Enabled && within.Contains(unit.OfficeId)).Select(unit => new ChoiceItem(unit.Id.ToString(), offices.Office(unit.OfficeId) is { } office
            ? Chinese ? $"{office.NameZh} {unit.NameZh}" : $"{office.NameEn}, {unit.NameEn}" : unit.Code))];

    public IReadOnlyList<ChoiceItem> Offices =>
        [.. Nearest
            .Select(office => new ChoiceItem(office.Code, Chinese ? office.NameZh : office.NameEn))];

    public string OfficeName(string? code) => offices.OfficeByCode(code ?? "") is { } office ? (Chinese ? office.NameZh : office.NameEn) : "";

    public string OfficeName(Guid id) => offices.Office(id) is { } office ? (Chinese ? office.NameZh : office.NameEn) : "";

    public string PointName(Guid id) => offices.ServicePoints.FirstOrDefault(point => point.Id == id) is { } point ? (Chinese ? point.NameZh : point.NameEn) : "";

    public string? OfficePhone(Guid id) => offices.Office(id)?.Phone;

    public string? DepartmentName(Guid? id) => offices.Department(id) is { } department ? (Chinese ? department.NameZh : department.NameEn) : null;

    /// <summary>The procuratorate itself and its departments; other units are typed.</summary>
    public IReadOnlyList<ChoiceItem> Units =>
        [.. Nearest.SelectMany(office =>
            new[] { new ChoiceItem(office.Code, Chinese ? office.NameZh : office.NameEn) }.Concat(
                offices.Departments.Where(d => d.OfficeId == office.Id && d.Enabled)
                    .Select(d => new ChoiceItem(d.Code, Chinese ? office.NameZh + d.NameZh : $"{d.NameEn}, {office.NameEn}"))))];

    /// <summary>The name that goes on file: always the official Chinese one.</summary>
    public string? UnitName(string? code) => offices.OfficeByCode(code ?? "") is { } office
        ? office.NameZh
        : offices.Departments.FirstOrDefault(d => d.Code == code) is { } department ? offices.Office(department.OfficeId)!.NameZh + department.NameZh : null;

    public bool ChecksId(string? kind) => rules.ChecksId(kind);

    /// <summary>The nearest first: county, then city, then province.</summary>
    private IEnumerable<Office> Nearest => offices.Offices.Where(office => office.Enabled)
        .OrderBy(office => office.Level switch { "County" => 0, "Prefecture" => 1, _ => 2 }).ThenBy(office => office.Code);

    private string? Hint(string key) => texts[key + ".hint"] is { ResourceNotFound: false } hint ? hint.Value : null;
}
