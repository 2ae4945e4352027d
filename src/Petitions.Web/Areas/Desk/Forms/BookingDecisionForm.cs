using Petitions.Domain.Appointments;

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
    public AgreedTime? Time => TypedTime.Of(Day, From, To);

    public static string FieldOf(string code) => code switch
    {
        "appointment.full" => nameof(Slot),
        "appointment.time" => nameof(From),
        "appointment.officer" or "appointment.two-officers" => nameof(OfficerId),
        "appointment.cancel-reason" or "appointment.refusal-reason" => nameof(Reason),
        _ => "",
    };
}
