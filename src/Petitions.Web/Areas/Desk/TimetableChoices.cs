using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;
using Petitions.Services.Reference;
using Petitions.Web.Access;
using Petitions.Web.Hosting;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The choices of the timetable's forms and their labels, in the language of the page.</summary>
public sealed class TimetableChoices(
    ReferenceCatalog reference, TimetablePlaces places, OfficeCatalog offices, RoomQueries rooms, LeaderRotaQueries rota, ClockCatalog clocks, ICurrentActor current, TimeProvider clock,
    IStringLocalizer<TimetableTexts> texts)
{
    public DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    public bool IsToCome(DateTime startsAt) => startsAt > clock.GetUtcNow().UtcDateTime;

    /// <summary>The Monday of the week a day lies in, of this week when none is named.</summary>
    public DateOnly MondayOf(DateOnly? day)
    {
        var inWeek = day is { } named && named.Year is >= 2000 and <= 2100 ? named : Today;
        return inWeek.AddDays(1 - OpeningHours.WeekdayOf(inWeek));
    }

    public IReadOnlyList<ChoiceItem> Forms => [.. SitterCheck.Forms.Select(code => new ChoiceItem(code, Form(code)))];

    public IReadOnlyList<ChoiceItem> Weekdays => [.. Enumerable.Range(1, 7).Select(day => new ChoiceItem(day.ToString(System.Globalization.CultureInfo.InvariantCulture), texts[$"weekday.{day}"]))];

    public IReadOnlyList<ChoiceItem> RoomKinds => [.. Enum.GetValues<RoomKind>().Select(kind => new ChoiceItem(kind.ToString(), texts[$"room.kind.{kind}"]))];

    public IReadOnlyList<ChoiceItem> ClosureKinds => [.. Enum.GetValues<ClosureKind>().Select(kind => new ChoiceItem(kind.ToString(), texts[$"closure.kind.{kind}"]))];

    public IReadOnlyList<ChoiceItem> YesNo => [new("true", texts["yes"]), new("false", texts["no"])];

    /// <summary>Points whose receptions the person plans, by id.</summary>
    public IReadOnlyList<ChoiceItem> Points => [.. places.For(current.Actor, Abilities.PlanReceptions).Select(point => new ChoiceItem(point.Id.ToString(), Name(point)))];

    /// <summary>Points whose timetable he may see, by code.</summary>
    public IReadOnlyList<ChoiceItem> PointCodes => [.. places.For(current.Actor, TimetablePlaces.Readers).Select(point => new ChoiceItem(point.Code, Name(point)))];

    /// <summary>Whole offices and single points, for odd days.</summary>
    public IReadOnlyList<ChoiceItem> OfficesAndPoints =>
    [
        .. offices.Offices.Where(office => current.Actor.OfficesFor(Abilities.PlanReceptions).Contains(office.Id)).Select(office => new ChoiceItem(office.Code, texts["closure.whole", PetitionCultures.IsChinese ? office.NameZh : office.NameEn])),
        .. places.For(current.Actor, Abilities.PlanReceptions).Select(point => new ChoiceItem(point.Code, Name(point))),
    ];

    /// <summary>Leaders first, then everybody of the office.</summary>
    public async Task<IReadOnlyList<ChoiceItem>> SittersAsync(CancellationToken ct) =>
        [.. (await rota.PeopleAsync(current.Actor, ct)).OrderByDescending(person => person.Leads).Select(person => new ChoiceItem(person.Id.ToString(), person.Name, Lang: "zh-Hans"))];

    public async Task<IReadOnlyList<ChoiceItem>> RoomsAsync(CancellationToken ct) =>
        [.. (await rooms.ListAsync(current.Actor, ct)).Where(room => room.Enabled).Select(room => new ChoiceItem(room.Id.ToString(), Name(room)))];

    public string Form(string code) => reference.Label("ReceptionForm", code, PetitionCultures.Current);

    public string Role(string? code) => reference.Label("Role", code, PetitionCultures.Current);

    public string Point(Guid id) => offices.ServicePoints.FirstOrDefault(point => point.Id == id) is { } point ? Name(point) : "";

    /// <summary>Where an odd day counts.</summary>
    public string Place(Closure closure) => closure.ServicePointId is { } point ? Point(point)
        : offices.Office(closure.OfficeId) is { } office ? texts["closure.whole", PetitionCultures.IsChinese ? office.NameZh : office.NameEn] : "";

    public string Weekday(DateOnly day) => texts[$"weekday.{OpeningHours.WeekdayOf(day)}"];

    /// <summary>The holidays of the year are not known for certain: what is planned by them may have to move.</summary>
    public bool IsProvisional(int year) => clocks.Calendar.IsProvisional(year) || !clocks.Calendar.Covers(year);

    public static string Hours(TimeOnly from, TimeOnly to) => FormattableString.Invariant($"{from:HH:mm}\u2013{to:HH:mm}");

    public static string Hours(DateTime from, DateTime to) => Hours(TimeOnly.FromDateTime(ChinaTime.LocalOf(from)), TimeOnly.FromDateTime(ChinaTime.LocalOf(to)));

    public static string Name(RoomLine room) => PetitionCultures.IsChinese ? room.NameZh : room.NameEn;

    private static string Name(ServicePoint point) => PetitionCultures.IsChinese ? point.NameZh : point.NameEn;
}
