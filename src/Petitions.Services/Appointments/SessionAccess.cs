using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>The sessions a person may change: those of the offices he plans for (security.md B1).</summary>
internal static class SessionAccess
{
    /// <exception cref="NotFoundException">Missing, or of an office for which the person does not plan.</exception>
    public static Task<ReceptionSession> LoadSessionAsync(this PetitionsDbContext db, Guid id, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.PlanReceptions);
        return db.ReceptionSessions.Include(s => s.Slots.OrderBy(slot => slot.StartsAt)).Where(s => s.Id == id && reach.Contains(s.OfficeId)).SingleOrNotFoundAsync(ct);
    }
}
