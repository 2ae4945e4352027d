using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Web.TagHelpers;

namespace Petitions.Web.Booking;

/// <summary>What the question about the time shows: slots as radio buttons, a leader's slots to wish, or days to wish.</summary>
public sealed record BookingTimePage
{
    public required AppointmentForm Form { get; init; }

    /// <summary>Free slots, and full ones to wait for.</summary>
    public IReadOnlyList<ChoiceItem> Slots { get; init; } = [];

    public bool HasFull { get; init; }

    public IReadOnlyList<ChoiceItem> Days { get; init; } = [];

    public DateOnly? Day { get; init; }

    /// <summary>Address of the next page; null at the end.</summary>
    public string? Next { get; init; }

    public IReadOnlyList<ChoiceItem> Points { get; init; } = [];

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    /// <summary>Told to who lost a place: it is chosen already.</summary>
    public BookableSlot? NextFree { get; init; }
}
