using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Reads reviews: the inbox of the inspection department and one review whole.</summary>
public sealed class ReviewQueries(PetitionsDbContext db, ReviewAccess access, ReviewPeople people)
{
    public const int PageSize = 20;

    private static readonly ReviewState[] Proposed = [ReviewState.Proposed];
    private static readonly ReviewState[] Done = [ReviewState.Closed, ReviewState.Refused];
    private static readonly ReviewState[] Running = [ReviewState.Opened, ReviewState.Investigating, ReviewState.Heard, ReviewState.Concluded, ReviewState.Served];

    public async Task<ReviewList> ListAsync(ReviewBox box, string? after, Actor actor, CancellationToken ct)
    {
        var all = access.For(actor).AsNoTracking();
        var states = await all.GroupBy(r => r.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var wanted = StatesOf(box);
        var rows = all.Where(r => wanted.Contains(r.State));
        if (KeyOf(after) is var (at, id))
        {
            rows = rows.Where(r => r.ProposedAt < at || (r.ProposedAt == at && r.Id.CompareTo(id) < 0));
        }

        var lines = await rows.Join(db.Petitions.VisibleTo(Actor.System), r => r.PetitionId, p => p.Id, (r, p) => new { Review = r, p.Number, p.Category })
            .OrderByDescending(row => row.Review.ProposedAt).ThenByDescending(row => row.Review.Id).Take(PageSize + 1)
            .Select(row => new
            {
                row.Review.Id,
                row.Review.State,
                row.Review.ProposedAt,
                row.Number,
                row.Category,
                Triggers = row.Review.Triggers.OrderBy(t => t.At).Select(t => t.Code).ToList(),
                DueOn = db.ReviewClocks.Where(c => c.ReviewId == row.Review.Id && c.State == ReviewClockState.Running).Min(c => (DateOnly?)c.DueOn),
            })
            .AsSingleQuery().ToListAsync(ct);
        var shown = lines.Select(l => new ReviewLine(l.Id, l.Number, l.Category, l.State, l.ProposedAt, [.. l.Triggers.Distinct()], l.DueOn)).ToList();
        return new ReviewList(
            box,
            [.. shown.Take(PageSize)],
            Enum.GetValues<ReviewBox>().ToDictionary(each => each, each => states.Where(s => StatesOf(each).Contains(s.Key)).Sum(s => s.Count)),
            shown.Count > PageSize ? shown[PageSize - 1].Key : null);
    }

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<ReviewSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var review = await ReviewAccess.Whole(access.For(actor)).AsNoTracking().Where(r => r.Id == id).SingleOrNotFoundAsync(ct);
        var matter = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == review.PetitionId).Select(p => new { p.Number, p.ReceivedAt }).SingleAsync(ct);
        var papers = await db.ReviewDocuments.AsNoTracking().Where(d => d.ReviewId == id).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id)
            .Select(d => new ReviewPaperLine(d.Id, d.OfficerId, d.Title, d.NumberText, d.IssuedAt)).ToListAsync(ct);
        var clocks = await db.ReviewClocks.AsNoTracking().Where(c => c.ReviewId == id).OrderBy(c => c.StartOn).ThenBy(c => c.Id).ToListAsync(ct);
        var member = review.Members.Any(m => m.StaffId == actor.StaffId);
        var mayOpen = Holds(actor, Abilities.OpenAccountability, review);
        var actors = member ? await ActorsAsync(review.PetitionId, ct) : [];
        return new ReviewSheet
        {
            Review = review,
            Number = matter.Number,
            ReceivedAt = matter.ReceivedAt,
            Names = await NamesAsync(review, ct),
            Checklist = await ChecklistAsync(review, ct),
            Clocks = clocks,
            Papers = papers,
            Candidates = mayOpen && review.State is ReviewState.Opened or ReviewState.Investigating ? await people.HoldersAsync(review.PetitionId, review.OfficeId, Abilities.InspectAccountability, ct) : [],
            Actors = actors,
            MayOpen = mayOpen,
            IsMember = member && Holds(actor, Abilities.InspectAccountability, review),
            MayDecide = !member && await access.DecidesAsync(review, actor, ct),
        };
    }

    /// <exception cref="NotFoundException">Missing, or not of a review in reach.</exception>
    public async Task<ReviewDocument> PaperAsync(Guid id, Guid document, Actor actor, CancellationToken ct)
    {
        var seen = access.For(actor);
        return await db.ReviewDocuments.AsNoTracking().Where(d => d.Id == document && d.ReviewId == id && seen.Any(r => r.Id == d.ReviewId)).SingleOrNotFoundAsync(ct);
    }

    private static ReviewState[] StatesOf(ReviewBox box) => box switch
    {
        ReviewBox.Proposed => Proposed,
        ReviewBox.Running => Running,
        _ => Done,
    };

    private static bool Holds(Actor actor, string ability, AccountabilityReview review) => actor.OfficesFor(ability).Contains(review.OfficeId);

    private async Task<IReadOnlyList<StaffName>> ActorsAsync(Guid petitionId, CancellationToken ct) =>
        await db.Staff.AsNoTracking().Where(s => db.Facts.Any(f => f.Subject == FactSubject.Petition && f.SubjectId == petitionId && f.ActorId == s.Id))
            .OrderBy(s => s.NameOrder).ThenBy(s => s.Id).Select(s => new StaffName(s.Id, s.Name, s.DepartmentId)).ToListAsync(ct);

    private async Task<ChecklistSheet?> ChecklistAsync(AccountabilityReview review, CancellationToken ct)
    {
        if (review.ChecklistId is not { } kept)
        {
            return null;
        }

        var checklist = await db.ReviewChecklists.AsNoTracking().SingleAsync(c => c.Id == kept, ct);
        var newest = await db.ReviewChecklists.Where(c => c.OfficeId == review.OfficeId).MaxAsync(c => c.Number, ct);
        var answers = await db.ReviewChecks.AsNoTracking().Where(c => c.ReviewId == review.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(ct);
        return new ChecklistSheet(checklist.Number, newest, checklist.Steps, answers.GroupBy(c => c.Step).ToDictionary(group => group.Key, group => group.Last()));
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(AccountabilityReview review, CancellationToken ct)
    {
        var ids = review.Members.SelectMany(m => new Guid?[] { m.StaffId, m.AppointedBy })
            .Concat(review.Officers.SelectMany(o => new Guid?[] { o.StaffId, o.AdvisedBy, o.DecidedBy }))
            .Concat(review.Triggers.Select(t => t.ProposedBy)).Append(review.DecidedBy).OfType<Guid>().Distinct().ToList();
        return await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
