using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;

namespace Petitions.Services.FollowUps;

/// <summary>The call-backs a person owes or may make, oldest first, and one of them with the rating that opened it; always under the wall.</summary>
public sealed class CallbackQueries(PetitionsDbContext db, MatterTouch touch)
{
    public const int PageSize = 20;
    private const string Clock = "CALLBACK_3WD";

    public async Task<CallbackList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var (open, visible, staff) = (Reached(actor).Where(t => t.DoneAt == null), db.Petitions.VisibleTo(actor), actor.StaffId);
        var count = await open.CountAsync(ct);
        if (KeyOf(after) is var (at, id))
        {
            open = open.Where(t => t.OpenedAt > at || (t.OpenedAt == at && t.Id.CompareTo(id) > 0));
        }

        var lines = await open.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Take(PageSize + 1)
            .Join(visible, t => t.PetitionId, p => p.Id, (t, p) => new CallbackLine(t.Id, p.Number, p.Title, t.OpenedAt,
                db.PetitionClocks.Where(c => c.PetitionId == p.Id && c.RuleId == Clock && c.State == ClockState.Running).Min(c => (DateOnly?)c.DueOn),
                db.Staff.Where(s => s.Id == t.OfficerId).Select(s => s.Name).FirstOrDefault(), t.OfficerId == staff))
            .ToListAsync(ct);
        return new CallbackList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <exception cref="NotFoundException">No such call, out of reach, or walled.</exception>
    public async Task<CallbackSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visible = db.Petitions.VisibleTo(actor);
        var row = await Reached(actor).AsNoTracking().Where(t => t.Id == id)
            .Join(visible, t => t.PetitionId, p => p.Id, (t, p) => new
            {
                Task = t,
                p.Number,
                p.Title,
                Rating = db.Ratings.Where(r => r.ReplyId == t.ReplyId).Select(r => new { r.Attitude, r.Timeliness, r.Result, r.FirstHandler, r.Comment }).FirstOrDefault(),
                DueOn = db.PetitionClocks.Where(c => c.PetitionId == p.Id && c.RuleId == Clock && c.State == ClockState.Running).Min(c => (DateOnly?)c.DueOn),
                Officer = db.Staff.Where(s => s.Id == t.OfficerId).Select(s => s.Name).FirstOrDefault(),
                DoneBy = db.Staff.Where(s => s.Id == t.DoneBy).Select(s => s.Name).FirstOrDefault(),
                Review = visible.Where(review => review.Id == t.ReviewId).Select(review => review.Number).FirstOrDefault(),
            }).SingleOrNotFoundAsync(ct);
        var acted = actor.StaffId is { } staff && (await touch.WhoAsync(row.Task.PetitionId, ct)).Contains(staff) && row.Task.DoneBy != staff;
        return new CallbackSheet
        {
            Id = row.Task.Id,
            PetitionId = row.Task.PetitionId,
            Number = row.Number,
            Title = row.Title,
            OpenedAt = row.Task.OpenedAt,
            DueOn = row.DueOn,
            Officer = row.Officer,
            Rating = new RatingGiven(row.Rating?.Attitude ?? "", row.Rating?.Timeliness ?? "", row.Rating?.Result ?? "", row.Rating?.FirstHandler ?? "", row.Rating?.Comment),
            DoneAt = row.Task.DoneAt,
            DoneBy = row.DoneBy,
            Outcome = row.Task.Outcome,
            Review = row.Review,
            // Whoever acted on the matter may come under the review it proposes; he learns of it when he is asked.
            Trigger = acted ? null : row.Task.Trigger,
            HasActed = acted,
        };
    }

    /// <summary>Those a person was chosen for, and those of an office in which he may make calls; others are not even listed.</summary>
    private IQueryable<CallbackTask> Reached(Actor actor)
    {
        var staff = actor.StaffId;
        var offices = actor.Grants.Where(grant => grant.Ability == Abilities.MakeCallbacks && grant.Scope == AbilityScopes.Office).Select(grant => grant.OfficeId).Distinct().ToList();
        var visible = db.Petitions.VisibleTo(actor);
        return db.CallbackTasks.Where(t => visible.Any(p => p.Id == t.PetitionId && (t.OfficerId == staff || offices.Contains(p.OfficeId))));
    }

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
