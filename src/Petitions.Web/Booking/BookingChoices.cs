using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;
using Petitions.Web.Display;
using Petitions.Web.Hosting;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Booking;

/// <summary>Choices and labels of the booking pages, in the language of the page.</summary>
public sealed class BookingChoices(ReferenceCatalog reference, OfficeCatalog offices, FilingRules filing, Dates dates, IStringLocalizer<BookingTexts> texts)
{
    /// <summary>Sent for a full slot: wait for a place of it.</summary>
    public const string Wait = "wait-";

    public const string NotSure = "NotSure";

    private static bool Chinese => PetitionCultures.IsChinese;

    public IReadOnlyList<ChoiceItem> Offices =>
        [.. offices.Offices.Where(office => office.Enabled).OrderBy(office => office.Level switch { "County" => 0, "Prefecture" => 1, _ => 2 }).ThenBy(office => office.Code)
            .Select(office => new ChoiceItem(office.Code, Name(office)))];

    public IReadOnlyList<ChoiceItem> Forms => [.. Enum.GetValues<AppointmentForm>().Select(form => new ChoiceItem(form.ToString(), texts[$"form.{form}"], texts[$"form.{form}.hint"]))];

    public IReadOnlyList<ChoiceItem> Reasons =>
        [.. reference.Items("PetitionCategory").Where(item => filing.OnlineAllowed(item.Code)).Select(item => new ChoiceItem(item.Code, Label("PetitionCategory", item.Code))),
            new ChoiceItem(NotSure, texts["reason.not-sure"])];

    public IReadOnlyList<ChoiceItem> Needs => [.. reference.Items("SpecialNeed").Select(item => new ChoiceItem(item.Code, Label("SpecialNeed", item.Code)))];

    public IReadOnlyList<ChoiceItem> Halves => [.. Enum.GetValues<DayHalf>().Select(half => new ChoiceItem(half.ToString(), texts[$"half.{half}"]))];

    /// <summary>Places with a room where a video reception can be joined: any but the telephone line.</summary>
    public IReadOnlyList<ChoiceItem> Points =>
        [.. offices.ServicePoints.Where(point => point.Enabled && point.Type != "Hotline12309").OrderBy(point => point.Type != "MainHall").ThenBy(point => point.Code)
            .Select(point => new ChoiceItem(point.Code, Chinese ? point.NameZh : point.NameEn))];

    public Office? OfficeByCode(string? code) => offices.OfficeByCode(code ?? "") is { Enabled: true } office ? office : null;

    public ServicePoint? PointByCode(string? code) => offices.ServicePoints.FirstOrDefault(point => point.Code == code && point.Enabled);

    public string OfficeName(Guid? id) => offices.Office(id) is { } office ? Name(office) : "";

    public string? OfficeCode(Guid? id) => offices.Office(id)?.Code;

    public string PointName(Guid? id) => Point(id) is { } point ? (Chinese ? point.NameZh : point.NameEn) : "";

    public string? PointAddress(Guid? id) => Point(id)?.AddressZh;

    public string? Phone(Guid? pointId, Guid officeId) => Point(pointId)?.Phone ?? offices.Office(officeId)?.Phone;

    public string Label(string list, string? code) => reference.Label(list, code, PetitionCultures.Current);

    public string Labels(string list, IEnumerable<string> codes) => string.Join(Chinese ? "\u3001" : ", ", codes.Select(code => Label(list, code)));

    /// <summary>Day and both ends of a time.</summary>
    public string Time(DateTime from, DateTime to) => texts["time.range", dates.Day(from), dates.Time(from), dates.Time(to)];

    public string Wish(DateOnly day, DayHalf half, DateTime? startsAt) => startsAt is { } at ? dates.Moment(at) : texts["time.half", dates.Day(day), texts[$"half.{half}"].Value];

    private ServicePoint? Point(Guid? id) => offices.ServicePoints.FirstOrDefault(point => point.Id == id);

    private static string Name(Office office) => Chinese ? office.NameZh : office.NameEn;
}
