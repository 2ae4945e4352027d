using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Petitions.Documents;

namespace Petitions.Services.Setup.Load;

/// <summary>Serials of documents by office, word and year, going on from what the database has.</summary>
internal sealed class LoadSerials
{
    private readonly Dictionary<(Guid Office, string Word, int Year), int> last;

    private LoadSerials(Dictionary<(Guid Office, string Word, int Year), int> last) => this.last = last;

    public static async Task<LoadSerials> ReadAsync(PetitionsDbContext db, CancellationToken ct) =>
        new(await db.DocumentCounters.AsNoTracking().ToDictionaryAsync(counter => (counter.OfficeId, counter.Word, counter.Year), counter => counter.Last, ct));

    public int Next(Guid office, string word, int year)
    {
        var key = (office, word, year);
        return last[key] = last.GetValueOrDefault(key) + 1;
    }

    /// <summary>Moves the counters to the last serial given out; the caller saves.</summary>
    public async Task StoreAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var stored = await db.DocumentCounters.ToDictionaryAsync(counter => (counter.OfficeId, counter.Word, counter.Year), ct);
        foreach (var (key, serial) in last)
        {
            if (!stored.TryGetValue(key, out var counter))
            {
                counter = DocumentCounter.Start(key.Office, key.Word, key.Year);
                db.DocumentCounters.Add(counter);
            }

            while (counter.Last < serial)
            {
                counter.Next();
            }
        }
    }
}
