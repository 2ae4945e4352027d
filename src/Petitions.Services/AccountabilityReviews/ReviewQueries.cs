using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Reads reviews: the inbox of the inspection department and one review, whole to whoever reads it, its cover to others.</summary>
public sealed class ReviewQueries(PetitionsDbContext db, ReviewAccess access, ReviewPeople people, ReviewClocks limits)
{
    public const int PageSize = 20;

    // Until it is opened everybody who may open it must know why it was proposed.
    private static readonly ReviewState[] Uncovered = [ReviewState.Proposed, ReviewState.Refused];
    private static readonly ReviewState[] Proposed = [ReviewState.Proposed];
    private static readonly ReviewState[] Done = [ReviewState.Closed, ReviewState.Refused];
    private static readonly ReviewState[] Running = [ReviewState.Opened, ReviewState.Investigating, ReviewState.Heard, ReviewState.Concluded, ReviewState.Served];

    public async Task<ReviewList> ListAsync(ReviewBox box, string? after, Actor actor, CancellationToken ct)
    {
        var all = access.For(actor).AsNoTracking();
        var read = access.ReadBy(actor);
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
                Reads = read.Any(known => known.Id == row.Review.Id),
                Triggers = row.Review.Triggers.OrderBy(t => t.At).Select(t => t.Code).ToList(),
                DueOn = db.ReviewClocks.Where(c => c.ReviewId == row.Review.Id && c.State == ReviewClockState.Running).Min(c => (DateOnly?)c.DueOn),
            })
            .AsSingleQuery().ToListAsync(ct);
        var shown = lines.Select(l => new ReviewLine(
            l.Id, l.Number, l.Category, l.State, l.ProposedAt, l.Reads || Uncovered.Contains(l.State) ? [.. l.Triggers.Distinct()] : [], l.Reads ? l.DueOn : null)).ToList();
        return new ReviewList(
            box,
            [.. shown.Take(PageSize)],
            Enum.GetValues<ReviewBox>().ToDictionary(each => each, each => states.Where(s => StatesOf(each).Contains(s.Key)).Sum(s => s.Count)),
            shown.Count > PageSize ? shown[PageSize - 1].Key : null);
    }

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<ReviewSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var reads = await access.ReadBy(actor).AnyAsync(r => r.Id == id, ct);
        var seen = access.For(actor).AsNoTracking().Where(r => r.Id == id);
        var review = await (reads ? ReviewAccess.Whole(seen) : ReviewAccess.Cover(seen)).SingleOrNotFoundAsync(ct);
        var matter = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == review.PetitionId).Select(p => new { p.Number, p.ReceivedAt }).SingleAsync(ct);
        var member = review.Members.Any(m => m.StaffId == actor.StaffId);
        var mayOpen = Holds(actor, Abilities.OpenAccountability, review);
        var clocks = reads ? await db.ReviewClocks.AsNoTracking().Where(c => c.ReviewId == id).OrderBy(c => c.StartOn).ThenBy(c => c.Id).ToListAsync(ct) : [];
        return new ReviewSheet
        {
            Review = review,
            Number = matter.Number,
            ReceivedAt = matter.ReceivedAt,
            Names = await NamesAsync(review, ct),
            MayRead = reads,
            ShowsTriggers = reads || Uncovered.Contains(review.State),
            // Of a draft about himself nobody learns before he is asked; then he has a page of his own.
            Officers = [.. review.Officers.Where(o => o.StaffId != actor.StaffId).OrderBy(o => o.Id)],
            Checklist = reads ? await ChecklistAsync(review, ct) : null,
            Clocks = clocks,
            Extendable = clocks.Where(limits.IsExtendable).Select(c => c.Id).ToHashSet(),
            Papers = reads ? await PapersAsync(id, ct) : [],
            Candidates = mayOpen && review.State is ReviewState.Opened or ReviewState.Investigating ? await people.HoldersAsync(review.PetitionId, review.InvestigatingOfficeId, Abilities.InspectAccountability, ct) : [],
            Actors = member ? await ActorsAsync(review.PetitionId, ct) : [],
            MayOpen = mayOpen,
            IsMember = member && Holds(actor, Abilities.InspectAccountability, review),
            MayDecide = reads && !member && await access.DecidesAsync(id, actor, ct),
        };
    }

    /// <exception cref="NotFoundException">Missing, or not of a review he reads.</exception>
    public async Task<ReviewDocument> PaperAsync(Guid id, Guid document, Actor actor, CancellationToken ct)
    {
        var seen = access.ReadBy(actor);
        return await db.ReviewDocuments.AsNoTracking().Where(d => d.Id == document && d.ReviewId == id && seen.Any(r => r.Id == d.ReviewId)).SingleOrNotFoundAsync(ct);
    }

    private async Task<IReadOnlyList<ReviewPaperLine>> PapersAsync(Guid id, CancellationToken ct) =>
        await db.ReviewDocuments.AsNoTracking().Where(d => d.ReviewId == id).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id)
            .Select(d => new ReviewPaperLine(d.Id, d.OfficerId, d.Title, d.NumberText, d.IssuedAt)).ToListAsync(ct);

    private static ReviewState[] StatesOf(ReviewBox box) => box switch
    {
        ReviewBox.Proposed => Proposed,
        ReviewBox.Running => Running,
        _ => Done,
    };

    private static bool Holds(Actor actor, string ability, AccountabilityReview review) => actor.OfficesFor(ability).Contains(review.InvestigatingOfficeId);

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
        var newest = await db.ReviewChecklists.Where(c => c.OfficeId == review.InvestigatingOfficeId).MaxAsync(c => c.Number, ct);
        var answers = await db.ReviewChecks.AsNoTracking().Where(c => c.ReviewId == review.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(ct);
        return new ChecklistSheet(checklist.Number, newest, checklist.Steps, answers.GroupBy(c => c.Step).ToDictionary(group => group.Key, group => group.Last()));
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(AccountabilityReview review, CancellationToken ct)
    {
        var ids = review.Members.SelectMany(m => new Guid?[] { m.StaffId, m.AppointedBy })
            .Concat(review.Officers.SelectMany(o => new Guid?[] { o.StaffId, o.AdvisedBy, o.DecidedBy })).Concat(review.Opinions.Select(o => (Guid?)o.By))
            .Concat(review.Triggers.Select(t => t.ProposedBy)).Append(review.DecidedBy).OfType<Guid>().Distinct().ToList();
        return await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
