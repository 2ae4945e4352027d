using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Bookings of a test: one in each slot that was named, moved along by the order of the slots.</summary>
internal sealed class BookedInTest : ISessionBookings
{
    private readonly List<SlotBooking> bookings = [];

    public List<string> Told { get; } = [];

    public void Book(ReceptionSession session, int slot) => bookings.Add(new SlotBooking(Guid.NewGuid(), session.Id, session.Slots[slot].Id, session.Slots[slot].StartsAt, session.Slots[slot].EndsAt));

    public Task<IReadOnlyList<SlotBooking>> OfAsync(IReadOnlyCollection<Guid> sessions, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SlotBooking>>([.. bookings.Where(booking => sessions.Contains(booking.SessionId))]);

    public Task<BookingsMoved> MoveAlongAsync(ReceptionSession from, ReceptionSession to, string reason, Actor actor, CancellationToken ct)
    {
        var (mine, moved) = (bookings.Where(booking => booking.SessionId == from.Id).ToList(), 0);
        foreach (var booking in mine)
        {
            Told.Add(reason);
            var order = from.Slots.Index().Single(slot => slot.Item.Id == booking.SlotId).Index;
            if (order < to.Slots.Count)
            {
                moved++;
                bookings[bookings.IndexOf(booking)] = booking with { SessionId = to.Id, SlotId = to.Slots[order].Id, StartsAt = to.Slots[order].StartsAt, EndsAt = to.Slots[order].EndsAt };
            }
        }

        return Task.FromResult(new BookingsMoved(moved, mine.Count - moved));
    }

    public Task<int> CallOffAsync(ReceptionSession session, string reason, Actor actor, CancellationToken ct)
    {
        var mine = bookings.Count(booking => booking.SessionId == session.Id);
        Told.AddRange(Enumerable.Repeat(reason, mine));
        return Task.FromResult(mine);
    }
}
