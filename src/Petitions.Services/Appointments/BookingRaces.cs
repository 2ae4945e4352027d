using Microsoft.EntityFrameworkCore;
using Petitions.Data;

namespace Petitions.Services.Appointments;

/// <summary>Repeats a verb whose save lost a race for a place, a number or a row. Everything is read again each time.</summary>
internal static class BookingRaces
{
    public static async Task<T> RunAsync<T>(PetitionsDbContext db, Func<Task<T>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateConcurrencyException) when (attempt < BookingPlaces.Tries)
            {
                // A row that a unique index refused comes as one of these as well (LostRaces).
                db.ChangeTracker.Clear();
            }
        }
    }
}
