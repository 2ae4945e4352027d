using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>The joint visits of the one matter a petitioner opened, from the day he was told of them.</summary>
public sealed class OwnJointVisitQueries(PetitionsDbContext db, JointNames names)
{
    private const int Most = 20;

    private static readonly MeasureState[] Agreed = [MeasureState.Agreed, MeasureState.Done, MeasureState.Failed];

    /// <summary>Newest first; one that was postponed stays, with its reason. A proposal nobody told him of, and one that was refused, are the office's own affair.</summary>
    public async Task<IReadOnlyList<OwnJointVisit>> OfAsync(Actor actor, CancellationToken ct)
    {
        var own = db.Petitions.VisibleTo(actor);
        var visits = await db.JointVisits.AsNoTracking().AsSplitQuery()
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
        return actor.PetitionId is { } reader ? await FitAsync(visits, reader, ct) : visits;
    }

    /// <summary>Keeps names out that are kept back, where others are heard at the same table.</summary>
    private async Task<IReadOnlyList<OwnJointVisit>> FitAsync(IReadOnlyList<OwnJointVisit> visits, Guid reader, CancellationToken ct)
    {
        var ids = visits.Select(visit => visit.Id).ToList();
        var cases = await db.JointCases.AsNoTracking().Where(each => ids.Contains(each.JointVisitId)).Select(each => new { each.JointVisitId, each.PetitionId }).ToListAsync(ct);
        var all = cases.Select(each => each.PetitionId).Distinct().ToList();
        if (all.Count < 2)
        {
            return visits;
        }

        var matters = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Parties).Where(p => all.Contains(p.Id)).ToListAsync(ct);
        return [.. visits.Select(visit => Fit(visit, names.HiddenFrom(
            matters.Single(p => p.Id == reader), [.. matters.Where(p => cases.Exists(each => each.JointVisitId == visit.Id && each.PetitionId == p.Id))], [])))];
    }

    private static OwnJointVisit Fit(OwnJointVisit visit, IReadOnlyList<string> hidden) => hidden.Count == 0 ? visit : visit with
    {
        EndReason = visit.EndReason is { } reason ? JointNames.Without(reason, hidden) : null,
        Measures = [.. visit.Measures.Select(measure => measure with
        {
            Text = JointNames.Without(measure.Text, hidden),
            Result = measure.Result is { } result ? JointNames.Without(result, hidden) : null,
        })],
    };
}
