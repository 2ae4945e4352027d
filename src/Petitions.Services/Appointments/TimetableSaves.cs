using Microsoft.EntityFrameworkCore;
using Petitions.Data;

namespace Petitions.Services.Appointments;

/// <summary>
/// Repeats a verb of the timetable whose save lost a race: over the office's chain of facts, a quarter of a room, or a
/// regular day another node made meanwhile. Each time everything is read anew, so what is taken by then is refused in words.
/// </summary>
public sealed class TimetableSaves(PetitionsDbContext db)
{
    private const int Attempts = 10;

    public async Task<T> RunAsync<T>(Func<Task<T>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public Task RunAsync(Func<Task> act) => RunAsync(async () =>
    {
        await act();
        return true;
    });
}
