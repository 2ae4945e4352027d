using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>What the desk and the kiosk ask of the bookings.</summary>
public interface IBookedArrivals
{
    /// <summary>The booking of this code for this hall and day that nobody has come for yet; null for every other code, told apart by nobody.</summary>
    Task<BookedArrival?> FindAsync(string code, Guid servicePointId, DateOnly day, CancellationToken ct);

    /// <summary>The same for one that the desk found in its list; null when it is none of this hall and day, or somebody came for it.</summary>
    Task<BookedArrival?> FindAsync(Guid bookingId, Guid servicePointId, DateOnly day, Actor actor, CancellationToken ct);

    /// <summary>Marks it as come, within the unit of work that saves the visit; saves nothing itself.</summary>
    /// <exception cref="Domain.RuleBrokenException">When somebody came for it already.</exception>
    Task ComeAsync(Guid bookingId, Reception visit, Actor actor, CancellationToken ct);
}
