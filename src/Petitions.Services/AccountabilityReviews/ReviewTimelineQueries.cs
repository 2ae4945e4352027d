using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// The timeline page of a review (journey J9 step 4): at most six statements, whatever the history holds. Only for the
/// investigating members and the leader who decides; that it was read is written down first (security.md B4).
/// </summary>
public sealed class ReviewTimelineQueries(PetitionsDbContext db, ReviewAccess access, TimelineReader reader, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, not in reach, or not his to read.</exception>
    public async Task<TimelineSheet> ReadAsync(Guid id, Actor actor, string? address, CancellationToken ct)
    {
        var staff = actor.StaffId;
        var review = await access.OpenTo(actor).Where(r => r.Id == id)
            .Select(r => new
            {
                r.Id,
                r.PetitionId,
                r.State,
                Number = db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == r.PetitionId).Select(p => p.Number).First(),
                Member = r.Members.Any(m => m.StaffId == staff),
                Notes = r.Notes.OrderBy(n => n.At).ThenBy(n => n.Id).Select(n => new NoteLine(n.Seq, n.Text, n.By, n.At)).ToList(),
            })
            .AsSingleQuery().SingleOrNotFoundAsync(ct);
        db.ReadRecords.Add(ReadRecord.Create(review.PetitionId, staff!.Value, ReadLog.ReviewTimeline, address, null, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        var rebuilt = await reader.ReadAsync(review.PetitionId, ct);
        return new TimelineSheet
        {
            ReviewId = review.Id,
            Number = review.Number,
            State = review.State,
            Timeline = rebuilt.Timeline,
            Facts = rebuilt.Facts,
            Broken = rebuilt.Broken,
            Notes = review.Notes,
            Names = await NamesAsync(rebuilt, review.Notes, ct),
            MayNote = review.Member && review.State is ReviewState.Investigating or ReviewState.Heard,
        };
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(RebuiltTimeline rebuilt, IReadOnlyList<NoteLine> notes, CancellationToken ct)
    {
        var ids = PeopleIn(rebuilt).Concat(notes.Select(note => note.By)).Distinct().ToList();
        return await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }

    internal static IEnumerable<Guid> PeopleIn(RebuiltTimeline rebuilt) =>
        rebuilt.Facts.Select(fact => fact.ActorId)
            .Concat(rebuilt.Timeline.Holders.SelectMany(span => new[] { span.Holding.StaffId, span.Holding.SubstituteId }))
            .OfType<Guid>()
            .Concat(rebuilt.Timeline.OnlyRead.Select(line => line.StaffId))
            .Concat(rebuilt.Timeline.Gaps.SelectMany(gap => gap.Readers).Select(line => line.StaffId))
            .Concat(rebuilt.Timeline.Changes.Select(change => change.By));
}
