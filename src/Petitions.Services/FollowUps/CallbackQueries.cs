using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Domain.Receptions;

namespace Petitions.Services.FollowUps;

/// <summary>The call-backs a person owes or may make, oldest first, and one of them with the rating that opened it; always under the wall.</summary>
public sealed class CallbackQueries(PetitionsDbContext db, CallbackReach reach, MatterTouch touch)
{
    public const int PageSize = 20;

    public async Task<CallbackList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var (open, matters, staff) = (reach.Of(actor).Where(t => t.DoneAt == null), db.Petitions.VisibleTo(Actor.System), actor.StaffId);
        var count = await open.CountAsync(ct);
        if (KeyOf(after) is var (at, id))
        {
            open = open.Where(t => t.OpenedAt > at || (t.OpenedAt == at && t.Id.CompareTo(id) > 0));
        }

        // What may be known of is decided above; here the rows only get their words.
        var rows = await open.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Take(PageSize + 1)
            .Select(t => new
            {
                Task = t,
                Number = matters.Where(p => p.Id == t.PetitionId).Select(p => p.Number).FirstOrDefault(),
                Title = matters.Where(p => p.Id == t.PetitionId).Select(p => p.Title).FirstOrDefault(),
                DueOn = t.DueOn ?? db.PetitionClocks.Where(c => c.PetitionId == t.PetitionId && c.RuleId == VisitCallbacks.Clock && c.State == ClockState.Running).Min(c => (DateOnly?)c.DueOn),
                Officer = db.Staff.Where(s => s.Id == t.OfficerId).Select(s => s.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        var visits = await VisitsAsync([.. rows.Select(row => row.Task.ReceptionId).OfType<Guid>()], ct);
        var lines = rows.ConvertAll(row => new CallbackLine(row.Task.Id, row.Number, row.Title, row.Task.OpenedAt, row.DueOn, row.Officer, row.Task.OfficerId == staff,
            visits.GetValueOrDefault(row.Task.ReceptionId ?? Guid.Empty)));
        return new CallbackList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <exception cref="NotFoundException">No such call, out of reach, or walled.</exception>
    public async Task<CallbackSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var (visible, matters) = (db.Petitions.VisibleTo(actor), db.Petitions.VisibleTo(Actor.System));
        var row = await reach.Of(actor).AsNoTracking().Where(t => t.Id == id)
            .Select(t => new
            {
                Task = t,
                Number = matters.Where(p => p.Id == t.PetitionId).Select(p => p.Number).FirstOrDefault(),
                Title = matters.Where(p => p.Id == t.PetitionId).Select(p => p.Title).FirstOrDefault(),
                DueOn = t.DueOn ?? db.PetitionClocks.Where(c => c.PetitionId == t.PetitionId && c.RuleId == VisitCallbacks.Clock && c.State == ClockState.Running).Min(c => (DateOnly?)c.DueOn),
                Officer = db.Staff.Where(s => s.Id == t.OfficerId).Select(s => s.Name).FirstOrDefault(),
                DoneBy = db.Staff.Where(s => s.Id == t.DoneBy).Select(s => s.Name).FirstOrDefault(),
                Review = visible.Where(review => review.Id == t.ReviewId).Select(review => review.Number).FirstOrDefault(),
            }).SingleOrNotFoundAsync(ct);
        var visits = await VisitsAsync(row.Task.ReceptionId is { } rated ? [rated] : [], ct);
        var acted = actor.StaffId is { } staff && (await touch.WhoAsync(row.Task, ct)).Contains(staff) && row.Task.DoneBy != staff;
        return new CallbackSheet
        {
            Id = row.Task.Id,
            PetitionId = row.Task.PetitionId,
            Number = row.Number,
            Title = row.Title,
            OpenedAt = row.Task.OpenedAt,
            Visit = visits.GetValueOrDefault(row.Task.ReceptionId ?? Guid.Empty),
            DueOn = row.DueOn,
            Officer = row.Officer,
            Rating = await RatingAsync(row.Task, ct),
            DoneAt = row.Task.DoneAt,
            DoneBy = row.DoneBy,
            Outcome = row.Task.Outcome,
            Review = row.Review,
            // Whoever acted on the matter may come under the review it proposes; he learns of it when he is asked.
            Trigger = acted ? null : row.Task.Trigger,
            HasActed = acted,
        };
    }

    private async Task<RatingGiven> RatingAsync(CallbackTask task, CancellationToken ct)
    {
        var (reply, visit) = (task.ReplyId, task.ReceptionId);
        var rating = visit is null ? db.Ratings.Where(r => r.ReplyId == reply) : db.Ratings.Where(r => r.ReceptionId == visit);
        return await rating.AsNoTracking().Select(r => new RatingGiven(r.Attitude, r.Timeliness, r.Result, r.FirstHandler, r.Comment)).FirstOrDefaultAsync(ct)
            ?? new RatingGiven("", "", "", "", null);
    }

    /// <summary>The visits of one page; none of them costs nothing.</summary>
    private async Task<Dictionary<Guid, RatedVisit>> VisitsAsync(IReadOnlyList<Guid> ids, CancellationToken ct) => ids.Count == 0 ? [] : await db.Receptions.AsNoTracking()
        .Where(r => ids.Contains(r.Id)).Select(r => new RatedVisit(r.Id, new Ticket(r.Prefix, r.TicketNumber), r.ArrivedAt, r.ServicePointId, r.Outcome)).ToDictionaryAsync(visit => visit.Id, ct);

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
