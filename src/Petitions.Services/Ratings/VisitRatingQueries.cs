using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Clocks;

namespace Petitions.Services.Ratings;

/// <summary>Which visits somebody may rate: by the link of his ticket, from his booking, or from his matter.</summary>
public sealed class VisitRatingQueries(PetitionsDbContext db, ClockCatalog clocks, TimeProvider clock)
{
    /// <summary>The visit the link opens; null while it goes on, or for no visit.</summary>
    public async Task<VisitToRate?> OfLinkAsync(byte[] token, CancellationToken ct) =>
        (await OfAsync(db.Receptions.Where(r => r.PlaceToken == token), ct)).FirstOrDefault();

    public async Task<VisitToRate?> OfBookingAsync(Guid appointmentId, CancellationToken ct) =>
        (await OfAsync(db.Receptions.Where(r => db.Appointments.Any(a => a.Id == appointmentId && a.ReceptionId == r.Id)), ct)).FirstOrDefault();

    /// <summary>
    /// Visits at which the opened matter was filed, and those about it by somebody of its party's name: a stranger who asked
    /// about it rates his visit by his own link.
    /// </summary>
    public async Task<IReadOnlyList<VisitToRate>> OfMatterAsync(Actor actor, CancellationToken ct)
    {
        var own = db.Petitions.VisibleTo(actor);
        return actor.Kind != ActorKind.Citizen ? [] : await OfAsync(db.Receptions.Where(r => r.Matters.Any(m => own.Any(p => p.Id == m.PetitionId)
            && (m.Kind == ReceptionMatterKind.Filed || r.Visitors.Any(v => v.NameKey != "" && own.Any(p => p.Id == m.PetitionId && p.Parties.Any(party => party.NameKey == v.NameKey)))))), ct);
    }

    /// <summary>Last day of the window of a visit that ended then; null when the rule is off.</summary>
    public DateOnly? Until(DateTime endedAt) => clocks.DueOf(RatingService.Window, ChinaTime.DateOf(endedAt))?.Due;

    private async Task<IReadOnlyList<VisitToRate>> OfAsync(IQueryable<Reception> visits, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var rows = await visits.AsNoTracking().Where(r => r.State == ReceptionState.Ended && r.EndedAt != null).OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id)
            .Select(r => new { r.PlaceToken, r.Prefix, r.TicketNumber, r.ArrivedAt, r.ServicePointId, EndedAt = r.EndedAt!.Value, Rated = db.Ratings.Any(rating => rating.ReceptionId == r.Id) })
            .ToListAsync(ct);
        return [.. rows.Select(r => (Visit: r, Until: Until(r.EndedAt)))
            .Select(row => new VisitToRate(row.Visit.PlaceToken, new Ticket(row.Visit.Prefix, row.Visit.TicketNumber).ToString(), row.Visit.ArrivedAt, row.Visit.ServicePointId,
                row.Until, !row.Visit.Rated && !(row.Until < today), row.Visit.Rated))];
    }
}
