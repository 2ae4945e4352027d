using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Services.Petitions;
using Petitions.Web.Booking;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A booking taken at the telephone or the counter.</summary>
public sealed class BookForForm
{
    public Guid? SubmissionKey { get; set; }

    public AppointmentForm Form { get; set; }

    public string? Slot { get; set; }

    public string? Wish { get; set; }

    public DayHalf Half { get; set; }

    public string? OfficerName { get; set; }

    public string? Point { get; set; }

    /// <summary>Code of the office asked to hear by video.</summary>
    public string? HearingOffice { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public bool SmsAllowed { get; set; }

    public string? Email { get; set; }

    public string? IdNumber { get; set; }

    public string? Address { get; set; }

    public string? Others { get; set; }

    public string? Topic { get; set; }

    public List<string> Needs { get; set; } = [];

    public Guid? SlotId => Guid.TryParseExact(Slot, "N", out var id) ? id : null;

    public BookingAsked ToAsked(BookingChoices choices) => new()
    {
        Topic = Clean(Topic),
        Needs = [.. Needs.Distinct()],
        Booker = new FiledPerson
        {
            Name = Clean(Name),
            Phone = Clean(Phone),
            Email = Clean(Email),
            IdKind = Clean(IdNumber) is null ? null : "ResidentId",
            IdNumber = Clean(IdNumber),
            Address = Clean(Address),
        },
        Others = [.. (Others ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        SmsAllowed = SmsAllowed,
        OfficerName = Clean(OfficerName),
        ServicePointId = choices.PointByCode(Point)?.Id,
        Wishes = Form.WishesSlots() ? SlotId is { } slot ? [new WishedTime(default, default, slot)] : [] : DateText.Parse(Wish) is { } day ? [new WishedTime(day, Half)] : [],
    };

    public static string FieldOf(string code) => code switch
    {
        "appointment.full" => nameof(Slot),
        "appointment.wishes" or "appointment.wish-day" => nameof(Wish),
        "appointment.officer" => nameof(OfficerName),
        "appointment.point" => nameof(Point),
        "appointment.name" => nameof(Name),
        "appointment.party" => nameof(Others),
        "appointment.phone" or "appointment.contact" or "appointment.limit" or "entry.phone" => nameof(Phone),
        "appointment.address" => nameof(Address),
        "appointment.need" => nameof(Needs),
        "entry.id-number" or "entry.id-check-digit" => nameof(IdNumber),
        "appointment.topic" => nameof(Topic),
        _ => "",
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
