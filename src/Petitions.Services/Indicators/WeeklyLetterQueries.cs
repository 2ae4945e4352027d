using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Indicators;
using Petitions.Domain.Offices;

namespace Petitions.Services.Indicators;

/// <summary>The weekly letters of the person's office.</summary>
public sealed class WeeklyLetterQueries(PetitionsDbContext db, TimeProvider clock)
{
    private const int Weeks = 26;

    /// <summary>The last half year, newest first, and whether each is made.</summary>
    public async Task<IReadOnlyList<(DateOnly Monday, bool Made)>> WeeksAsync(Actor actor, CancellationToken ct)
    {
        var last = WeeklyLetter.MondayOf(ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)).AddDays(-7);
        var first = last.AddDays(-7 * (Weeks - 1));
        var office = actor.OfficeId;
        var made = await db.WeeklyLetters.Where(l => l.OfficeId == office && l.WeekStart >= first).Select(l => l.WeekStart).ToListAsync(ct);
        return [.. Enumerable.Range(0, Weeks).Select(i => last.AddDays(-7 * i)).Select(monday => (monday, made.Contains(monday)))];
    }

    public Task<WeeklyLetter> OfAsync(DateOnly monday, Actor actor, CancellationToken ct)
    {
        var office = actor.OfficeId;
        return db.WeeklyLetters.AsNoTracking().Where(l => l.OfficeId == office && l.WeekStart == monday).SingleOrNotFoundAsync(ct);
    }
}
