using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>What the timetable asks of, and does to, the bookings in its sessions. A booking is never dropped: it moves along or stands on the conflict list.</summary>
public interface ISessionBookings
{
    /// <summary>The bookings that hold a place in these sessions, without a word on who booked.</summary>
    Task<IReadOnlyList<SlotBooking>> OfAsync(IReadOnlyCollection<Guid> sessions, CancellationToken ct);

    /// <summary>
    /// Within the unit of work: each booking goes to the slot of the same order in the next session where there is room, and
    /// the one who booked is told. What has no slot there stays where it is, told as well, and stands on the conflict list.
    /// </summary>
    Task<BookingsMoved> MoveAlongAsync(ReceptionSession from, ReceptionSession to, string reason, Actor actor, CancellationToken ct);

    /// <summary>Within the unit of work: tells those who booked that the session is called off and the office will find them another time. Answers how many.</summary>
    Task<int> CallOffAsync(ReceptionSession session, string reason, Actor actor, CancellationToken ct);
}
