using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>
/// Nobody sits in two sessions at once. Looking first gives the answer in words; the unique index has the last one, as with
/// rooms (<see cref="RoomKeeper"/>, security.md C10).
/// </summary>
public sealed class LeaderKeeper(PetitionsDbContext db)
{
    /// <summary>Takes the hours of who sits, within somebody else's unit of work; nothing where nobody sits by name.</summary>
    /// <exception cref="RuleBrokenException">session.leader-busy</exception>
    public async Task KeepAsync(ReceptionSession session, DateTime now, Guid? instead, CancellationToken ct)
    {
        if (session.LeaderId is not { } leader)
        {
            return;
        }

        var (first, end) = (QuarterHours.Of(session.StartsAt, session.EndsAt).First(), session.EndsAt);
        Rule.Require(!await db.LeaderQuarters.AnyAsync(q => q.LeaderId == leader && q.StartsAt >= first && q.StartsAt < end && (instead == null || q.SessionId != instead), ct), "session.leader-busy");
        db.LeaderQuarters.AddRange(LeaderQuarter.Of(session, now));
    }

    /// <summary>Gives the hours of sessions back that are no longer held.</summary>
    public async Task LetGoAsync(IReadOnlyList<Guid> sessions, CancellationToken ct) =>
        db.LeaderQuarters.RemoveRange(await db.LeaderQuarters.Where(q => sessions.Contains(q.SessionId)).ToListAsync(ct));

    /// <summary>Quarters from a moment on in which these people sit already, but for sessions given up in the same save.</summary>
    public async Task<ILookup<Guid, DateTime>> TakenAsync(IReadOnlyList<Guid> leaders, DateTime from, IReadOnlyList<Guid> givenUp, CancellationToken ct) =>
        (await db.LeaderQuarters.AsNoTracking().Where(q => leaders.Contains(q.LeaderId) && q.StartsAt >= from && !givenUp.Contains(q.SessionId))
            .Select(q => new { q.LeaderId, q.StartsAt }).ToListAsync(ct)).ToLookup(q => q.LeaderId, q => q.StartsAt);
}
