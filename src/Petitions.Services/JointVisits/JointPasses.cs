using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>The links of a session follow its hours while they are changed (domain.md row 30). The caller saves.</summary>
public sealed class JointPasses(PetitionsDbContext db, JointNotices notices, TimeProvider clock)
{
    /// <summary>
    /// A link that still opens is good until the new end, and its guest hears of the new time; one whose day is over stays
    /// dead, and the host gives a new one.
    /// </summary>
    public async Task MovedAsync(JointVisit visit, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var pass in await db.JointGuestPasses.Where(each => each.JointVisitId == visit.Id && each.MeasureId == null && each.RevokedAt == null).ToListAsync(ct))
        {
            if (pass.ValidUntil <= now)
            {
                pass.Revoke(now);
                continue;
            }

            pass.Move(visit.EndsAt!.Value, now);
            if (visit.Seats.FirstOrDefault(each => each.Id == pass.SeatId) is { } seat)
            {
                notices.TellGuest(visit, seat, JointNotices.GuestMoved, $"moved/{visit.Version}");
            }
        }
    }
}
