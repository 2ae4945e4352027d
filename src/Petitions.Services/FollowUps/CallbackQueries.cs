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
                Visit = db.Receptions.Where(r => r.Id == t.ReceptionId).Select(r => new { r.Id, r.Prefix, r.TicketNumber, r.ArrivedAt, r.ServicePointId, r.Outcome }).FirstOrDefault(),
            }).ToListAsync(ct);
        var lines = rows.ConvertAll(row => new CallbackLine(row.Task.Id, row.Number, row.Title, row.Task.OpenedAt, row.DueOn, row.Officer, row.Task.OfficerId == staff,
            row.Visit is { } visit ? new RatedVisit(visit.Id, new Ticket(visit.Prefix, visit.TicketNumber), visit.ArrivedAt, visit.ServicePointId, visit.Outcome) : null));
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
                Visit = db.Receptions.Where(r => r.Id == t.ReceptionId).Select(r => new { r.Id, r.Prefix, r.TicketNumber, r.ArrivedAt, r.ServicePointId, r.Outcome }).FirstOrDefault(),
                Rating = db.Ratings.Where(r => (t.ReplyId != null && r.ReplyId == t.ReplyId) || (t.ReceptionId != null && r.ReceptionId == t.ReceptionId)).Select(r => new { r.Attitude, r.Timeliness, r.Result, r.FirstHandler, r.Comment }).FirstOrDefault(),
                DueOn = t.DueOn ?? db.PetitionClocks.Where(c => c.PetitionId == t.PetitionId && c.RuleId == VisitCallbacks.Clock && c.State == ClockState.Running).Min(c => (DateOnly?)c.DueOn),
                Officer = db.Staff.Where(s => s.Id == t.OfficerId).Select(s => s.Name).FirstOrDefault(),
                DoneBy = db.Staff.Where(s => s.Id == t.DoneBy).Select(s => s.Name).FirstOrDefault(),
                Review = visible.Where(review => review.Id == t.ReviewId).Select(review => review.Number).FirstOrDefault(),
            }).SingleOrNotFoundAsync(ct);
        return new CallbackSheet
        {
            Id = row.Task.Id,
            PetitionId = row.Task.PetitionId,
            Number = row.Number,
            Title = row.Title,
            OpenedAt = row.Task.OpenedAt,
            Visit = row.Visit is { } visit ? new RatedVisit(visit.Id, new Ticket(visit.Prefix, visit.TicketNumber), visit.ArrivedAt, visit.ServicePointId, visit.Outcome) : null,
            DueOn = row.DueOn,
            Officer = row.Officer,
            Rating = new RatingGiven(row.Rating?.Attitude ?? "", row.Rating?.Timeliness ?? "", row.Rating?.Result ?? "", row.Rating?.FirstHandler ?? "", row.Rating?.Comment),
            DoneAt = row.Task.DoneAt,
            DoneBy = row.DoneBy,
            Outcome = row.Task.Outcome,
            Review = row.Review,
            Trigger = row.Task.Trigger,
            HasActed = actor.StaffId is { } staff && (await touch.WhoAsync(row.Task, ct)).Contains(staff) && row.Task.DoneBy != staff,
        };
    }

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
