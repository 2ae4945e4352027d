using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>A portal in which nothing can be booked: sessions are announced, people come without a booking.</summary>
public sealed class NoBookings : ISessionBookings
{
    public Task<IReadOnlyList<SlotBooking>> OfAsync(IReadOnlyCollection<Guid> sessions, CancellationToken ct) => Task.FromResult<IReadOnlyList<SlotBooking>>([]);

    public Task<BookingsMoved> MoveAlongAsync(ReceptionSession from, ReceptionSession to, string reason, Actor actor, CancellationToken ct) => Task.FromResult(new BookingsMoved(0, 0));

    public Task<int> CallOffAsync(ReceptionSession session, string reason, Actor actor, CancellationToken ct) => Task.FromResult(0);
}
