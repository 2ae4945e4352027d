using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;

namespace Petitions.Services.JointVisits;

/// <summary>The joint visits of the one matter a petitioner opened, from the day he was told of them.</summary>
public sealed class OwnJointVisitQueries(PetitionsDbContext db)
{
    private const int Most = 20;

    private static readonly MeasureState[] Agreed = [MeasureState.Agreed, MeasureState.Done, MeasureState.Failed];

    /// <summary>Newest first; one that was postponed stays, with its reason. A proposal nobody told him of, and one that was refused, are the office's own affair.</summary>
    public async Task<IReadOnlyList<OwnJointVisit>> OfAsync(Actor actor, CancellationToken ct)
    {
        var own = db.Petitions.VisibleTo(actor);
        return await db.JointVisits.AsNoTracking().AsSplitQuery()
            .Where(visit => (visit.ToldAt != null || visit.CalledAt != null || visit.State == JointVisitState.CalledOff || (visit.State == JointVisitState.Proposed && visit.EndReason != null)) && visit.State != JointVisitState.Refused && visit.Cases.Any(each => own.Any(p => p.Id == each.PetitionId)))
            .OrderByDescending(visit => visit.ProposedAt).ThenByDescending(visit => visit.Id).Take(Most)
            .Select(visit => new OwnJointVisit
            {
                Id = visit.Id,
                State = visit.State,
                StartsAt = visit.StartsAt,
                Place = visit.Places.Where(place => visit.Seats.Any(seat => seat.Kind == SeatKind.Petitioner && seat.PlaceId == place.Id)).OrderBy(place => place.Position).Select(place => place.Name).FirstOrDefault()
                    ?? visit.Places.OrderBy(place => place.Position).Select(place => place.Name).FirstOrDefault(),
                Link = visit.Places.Count() > 1
                    ? visit.Places.Where(place => place.RoomId == null && visit.Seats.Any(seat => seat.Kind == SeatKind.Petitioner && seat.PlaceId == place.Id)).OrderBy(place => place.Position).Select(place => place.Link ?? visit.VideoLink).FirstOrDefault()
                    : null,
                EndReason = visit.EndReason,
                Organs = visit.Seats.Where(seat => seat.Organ != null).OrderBy(seat => seat.Id).Select(seat => seat.Organ!).ToList(),
                Measures = db.JointMeasures.Where(measure => measure.JointVisitId == visit.Id && Agreed.Contains(measure.State)).OrderBy(measure => measure.Number)
                    .Select(measure => new OwnMeasure(measure.Number, measure.Text, db.JointSeats.Where(seat => seat.Id == measure.SeatId).Select(seat => seat.Organ).FirstOrDefault(), measure.DueOn, measure.State, measure.EndedOn, measure.Result)).ToList(),
            }).ToListAsync(ct);
    }
}
