using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// Makes sessions out of the regular days, weeks ahead: by one button after looking at what it would do, and every day by
/// itself. A leader's day on a holiday moves to the next working day, a day of the hall is left out (domain.md row 21).
/// Safe to run twice and on two nodes: a unique index holds that a regular day is made once.
/// </summary>
public sealed class TimetableGenerator(
    PetitionsDbContext db, FactLog log, TimetablePlanner planner, RoomKeeper rooms, LeaderKeeper leaders, TimetableSaves saves, TimeProvider clock)
{
    /// <summary>Weeks that are kept filled.</summary>
    public const int Weeks = 6;

    public const int MostWeeks = 13;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the button would do for the offices the person plans for.</summary>
    public Task<TimetablePreview> PreviewAsync(int weeks, Actor actor, CancellationToken ct) =>
        planner.ProposeAsync(actor.OfficesFor(Abilities.PlanReceptions), Bound(weeks), ct);

    public async Task<TimetableMade> MakeAsync(int weeks, Actor actor, CancellationToken ct)
    {
        var all = TimetableMade.Nothing;
        foreach (var office in actor.OfficesFor(Abilities.PlanReceptions))
        {
            all = all.And(await MakeAsync(office, Bound(weeks), actor, ct));
        }

        return all;
    }

    /// <summary>The daily job: every office that has regular days.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var office in await db.TimetableRules.Select(rule => rule.OfficeId).Distinct().ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            await MakeAsync(office, Weeks, Actor.System, ct);
        }
    }

    private Task<TimetableMade> MakeAsync(Guid office, int weeks, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var now = Now;
        var preview = await planner.ProposeAsync([office], weeks, ct);
        var takenBack = await TakeBackAsync(preview.Outdated, actor, now, ct);
        IReadOnlyList<Guid> givenUp = [.. takenBack.Select(s => s.Id)];
        var wanted = await WithLeaderFreeAsync([.. preview.Days.Where(proposal => proposal.Day is not null)], givenUp, ct);
        var free = await FreeRoomsAsync(wanted, givenUp, ct);
        var withoutRoom = 0;
        foreach (var proposal in wanted)
        {
            var session = Plan(proposal, actor.StaffId ?? proposal.Rule.SetBy, now, proposal.Rule.RoomId is { } room && free.TryGetValue(room, out var kept) ? kept : null);
            withoutRoom += session.RoomId is null && proposal.Rule.RoomId is not null ? 1 : 0;
            if (proposal.Rule.PublishAtOnce)
            {
                log.Record(actor, session.Publish(now));
            }
        }

        var made = new TimetableMade(wanted.Count, wanted.Count(proposal => proposal.IsMoved), preview.Days.Count - wanted.Count, takenBack.Count, withoutRoom);
        if (made.Made + made.TakenBack > 0)
        {
            log.Record(actor, new OfficeChanged(office, "Timetable", FormattableString.Invariant($"{ChinaTime.DateOf(now):yyyy-MM-dd}+{weeks}"), null, FormattableString.Invariant($"made {made.Made}, taken back {made.TakenBack}")));
            await db.SaveChangesAsync(ct);
        }

        return made;
    });

    private ReceptionSession Plan(TimetableProposal proposal, Guid by, DateTime now, RoomHours? room)
    {
        var rule = proposal.Rule;
        var fits = room?.Hours.Take(HoursOf(proposal)) == true;
        var session = ReceptionSession.Plan(new SessionPlan
        {
            OfficeId = rule.OfficeId,
            ServicePointId = rule.ServicePointId,
            Form = rule.Form,
            Day = proposal.Day!.Value,
            From = rule.From,
            To = rule.To,
            SlotMinutes = rule.SlotMinutes,
            PublicPlaces = rule.PublicPlaces,
            InternalPlaces = rule.InternalPlaces,
            LeaderId = proposal.LeaderId,
            RoomId = fits ? rule.RoomId : null,
            PlannedBy = by,
            RuleId = rule.Id,
            RuleVersion = rule.Version,
            RuleDay = proposal.RuleDay,
        }, now);
        db.ReceptionSessions.Add(session);
        db.LeaderQuarters.AddRange(LeaderQuarter.Of(session, now));
        if (fits)
        {
            db.RoomBookings.Add(RoomBooking.For(session, room!.Room, by, now));
        }

        return session;
    }

    /// <summary>Those without bookings. Whoever books one at this very moment is not lost: his booking stands on the conflict list.</summary>
    private async Task<IReadOnlyList<ReceptionSession>> TakeBackAsync(IReadOnlyList<Guid> outdated, Actor actor, DateTime now, CancellationToken ct)
    {
        var sessions = await db.ReceptionSessions.Where(s => outdated.Contains(s.Id)).ToListAsync(ct);
        foreach (var session in sessions)
        {
            log.Record(actor, session.Supersede(now));
        }

        foreach (var by in sessions.GroupBy(session => actor.StaffId ?? session.PlannedBy))
        {
            await rooms.LetGoAsync([.. by.Select(session => session.Id)], by.Key, now, ct);
        }

        await leaders.LetGoAsync([.. sessions.Select(session => session.Id)], ct);
        return sessions;
    }

    /// <summary>Without the days on which who is to sit sits elsewhere at that time: they are left out, and made once he is free.</summary>
    private async Task<List<TimetableProposal>> WithLeaderFreeAsync(List<TimetableProposal> wanted, IReadOnlyList<Guid> givenUp, CancellationToken ct)
    {
        var ids = wanted.Select(proposal => proposal.LeaderId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return wanted;
        }

        var first = ChinaTime.StartOfDayUtc(wanted.Min(proposal => proposal.Day!.Value));
        var taken = await leaders.TakenAsync(ids, first, givenUp, ct);
        var hours = ids.ToDictionary(leader => leader, leader => new TakenHours([.. taken[leader]]));
        return [.. wanted.Where(proposal => proposal.LeaderId is not { } leader || hours[leader].Take(HoursOf(proposal)))];
    }

    private async Task<IReadOnlyDictionary<Guid, RoomHours>> FreeRoomsAsync(List<TimetableProposal> wanted, IReadOnlyList<Guid> givenUp, CancellationToken ct)
    {
        var ids = wanted.Select(proposal => proposal.Rule.RoomId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, RoomHours>();
        }

        var first = ChinaTime.StartOfDayUtc(wanted.Min(proposal => proposal.Day!.Value));
        var taken = (await db.RoomQuarters.AsNoTracking().Where(q => ids.Contains(q.RoomId) && q.StartsAt >= first
                && !db.RoomBookings.Any(b => b.Id == q.BookingId && b.SessionId != null && givenUp.Contains(b.SessionId.Value)))
            .Select(q => new { q.RoomId, q.StartsAt }).ToListAsync(ct)).ToLookup(q => q.RoomId, q => q.StartsAt);
        return (await db.Rooms.AsNoTracking().Where(r => ids.Contains(r.Id) && r.Enabled).ToListAsync(ct))
            .ToDictionary(room => room.Id, room => new RoomHours(room, new TakenHours([.. taken[room.Id]])));
    }

    private static int Bound(int weeks) => Math.Clamp(weeks, 1, MostWeeks);

    private static (DateTime From, DateTime To) HoursOf(TimetableProposal proposal)
    {
        var midnight = ChinaTime.StartOfDayUtc(proposal.Day!.Value);
        return (midnight + proposal.Rule.From.ToTimeSpan(), midnight + proposal.Rule.To.ToTimeSpan());
    }

    private sealed record RoomHours(Room Room, TakenHours Hours);

    /// <summary>The quarters in which a room, or somebody who sits, is taken already.</summary>
    private sealed record TakenHours(HashSet<DateTime> Taken)
    {
        /// <summary>Takes the hours if they are free.</summary>
        public bool Take((DateTime From, DateTime To) hours)
        {
            var quarters = QuarterHours.Of(hours.From, hours.To).ToList();
            if (quarters.Any(Taken.Contains))
            {
                return false;
            }

            Taken.UnionWith(quarters);
            return true;
        }
    }
}
