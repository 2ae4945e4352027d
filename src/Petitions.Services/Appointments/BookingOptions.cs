using System.ComponentModel.DataAnnotations;

namespace Petitions.Services.Appointments;

/// <summary>Section <c>Booking</c>: how long places are kept and how many one person may have open.</summary>
public sealed class BookingOptions
{
    public const string Section = "Booking";

    /// <summary>How long a place is kept while the form is filled in.</summary>
    [Range(1, 120, ErrorMessage = "Booking:HoldMinutes must be between 1 and 120.")]
    public int HoldMinutes { get; init; } = 15;

    /// <summary>How long a freed place is kept for the first on the waiting list.</summary>
    [Range(5, 2880, ErrorMessage = "Booking:OfferMinutes must be between 5 and 2880.")]
    public int OfferMinutes { get; init; } = 120;

    /// <summary>How long another time proposed by the office waits for an answer.</summary>
    [Range(1, 336, ErrorMessage = "Booking:ProposalHours must be between 1 and 336.")]
    public int ProposalHours { get; init; } = 48;

    /// <summary>Open appointments of one telephone, mail address or identity number.</summary>
    [Range(1, 50, ErrorMessage = "Booking:OpenPerPerson must be between 1 and 50.")]
    public int OpenPerPerson { get; init; } = 2;

    /// <summary>People of one party, who booked included.</summary>
    [Range(1, 20, ErrorMessage = "Booking:PartyMax must be between 1 and 20.")]
    public int PartyMax { get; init; } = 5;

    /// <summary>How far ahead a day may be wished.</summary>
    [Range(1, 180, ErrorMessage = "Booking:WishDays must be between 1 and 180.")]
    public int WishDays { get; init; } = 30;

    public TimeSpan Hold => TimeSpan.FromMinutes(HoldMinutes);

    public TimeSpan Offer => TimeSpan.FromMinutes(OfferMinutes);

    public TimeSpan Proposal => TimeSpan.FromHours(ProposalHours);
}
