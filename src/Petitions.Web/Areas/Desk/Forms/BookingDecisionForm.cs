using System.Globalization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>What the desk decides: a slot, or a day and hours of its own, with who goes; or why not.</summary>
public sealed class BookingDecisionForm
{
    public string? Slot { get; set; }

    public string? Day { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public Guid? OfficerId { get; set; }

    public Guid? SecondOfficerId { get; set; }

    public string? Reason { get; set; }

    public Guid? SlotId => Guid.TryParseExact(Slot, "N", out var id) ? id : null;

    /// <summary>The hours in UTC; null when one of the fields is no day or hour.</summary>
    public AgreedTime? Time => DateText.Parse(Day) is { } day && HourOf(From) is { } from && HourOf(To) is { } to
        ? new AgreedTime(ChinaTime.StartOfDayUtc(day) + from.ToTimeSpan(), ChinaTime.StartOfDayUtc(day) + to.ToTimeSpan())
        : null;

    public static string FieldOf(string code) => code switch
    {
        "appointment.full" => nameof(Slot),
        "appointment.time" => nameof(From),
        "appointment.officer" or "appointment.two-officers" => nameof(OfficerId),
        "appointment.cancel-reason" or "appointment.refusal-reason" => nameof(Reason),
        _ => "",
    };

    private static TimeOnly? HourOf(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
