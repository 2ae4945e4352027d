using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Receptions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>The visits a person may know of; every query on visits starts here.</summary>
public sealed class ReceptionAccess(PetitionsDbContext db)
{
    public IQueryable<Reception> Visible(Actor actor) => db.Receptions.VisibleTo(db.Petitions.VisibleTo(Actor.System), actor);

    /// <exception cref="NotFoundException">Missing, of another office or behind the wall.</exception>
    public Task<Reception> LoadAsync(Guid id, Actor actor, CancellationToken ct) =>
        Visible(actor).Include(r => r.Matters).Where(r => r.Id == id).SingleOrNotFoundAsync(ct);
}
