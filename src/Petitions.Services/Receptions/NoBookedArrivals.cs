using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A hall that takes no bookings.</summary>
internal sealed class NoBookedArrivals : IBookedArrivals
{
    public Task<BookedArrival?> FindAsync(string code, Guid servicePointId, DateOnly day, CancellationToken ct) => Task.FromResult<BookedArrival?>(null);

    public Task<BookedArrival?> FindAsync(Guid bookingId, Guid servicePointId, DateOnly day, Actor actor, CancellationToken ct) => Task.FromResult<BookedArrival?>(null);

    public Task ComeAsync(Guid bookingId, Reception visit, Actor actor, CancellationToken ct) => Task.CompletedTask;
}
