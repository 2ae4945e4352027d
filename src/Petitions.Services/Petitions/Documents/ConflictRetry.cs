using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Petitions.Documents;

namespace Petitions.Services.Petitions.Documents;

/// <summary>
/// Repeats a verb whose save lost the race for a document number. The matter is read again each time, so a matter that
/// changed meanwhile is refused by its state, never overwritten.
/// </summary>
public sealed class ConflictRetry(PetitionsDbContext db)
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
            catch (DbUpdateException lost) when (attempt < Attempts && lost.Entries.Any(entry => entry.Entity is DocumentCounter or IssuedDocument or ReviewDocument))
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
