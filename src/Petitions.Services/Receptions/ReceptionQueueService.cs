using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>
/// The queue of a counter: call, call again, not present, park, send on, serve, end (journey J5). Who is next follows from
/// the rule alone; which of two clerks gets a person is decided by the database.
/// </summary>
public sealed class ReceptionQueueService(PetitionsDbContext db, FactLog log, ReceptionAccess access, DeskRules rules, IVideoEndings videos, TimeProvider clock)
{
    private const int Tries = 40;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Calls the next person of the point to the counter; null when nobody waits.</summary>
    /// <exception cref="RuleBrokenException">reception.counter-busy while somebody called by the same person is not done.</exception>
    public async Task<CalledTicket?> CallNextAsync(DeskPlace place, Actor actor, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Rule.Require(!await BusyAsync(actor, ct), "reception.counter-busy");
                var next = await Next(place, actor).FirstOrDefaultAsync(ct);
                if (next is null)
                {
                    return null;
                }

                log.Record(actor, next.Call(actor.StaffId!.Value, place.Counter, Now));
                await db.SaveChangesAsync(ct);
                return new CalledTicket(next.Id, next.Ticket.ToString());
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // A colleague was faster: the next one in line, then.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Calls one person out of turn, because he is at the counter already.</summary>
    public async Task CallAsync(Guid id, DeskPlace place, Actor actor, CancellationToken ct)
    {
        Rule.Require(!await BusyAsync(actor, ct), "reception.counter-busy");
        await ChangeAsync(id, actor, reception => reception.Call(actor.StaffId!.Value, place.Counter, Now), ct);
    }

    public Task CallAgainAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, reception => reception.CallAgain(rules.MostCalls, Now), ct);

    public Task MissAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, reception => reception.Miss(rules.MostCalls, Now), ct);

    /// <summary>Back after a missed call: behind as many others as the setting says (TICKET_RETURN_AFTER).</summary>
    public async Task ReturnAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var reception = await access.LoadAsync(id, actor, ct);
        Rule.Require(reception.Day == ChinaTime.DateOf(Now), "reception.other-day");
        var others = await Ordered(db.Receptions.AsNoTracking().Where(r => r.ServicePointId == reception.ServicePointId && r.Day == reception.Day && r.State == ReceptionState.Waiting), null, Now)
            .Select(r => new { r.QueueRank, r.QueueAt }).Take(rules.ReturnAfter).ToListAsync(ct);
        var place = others.Count == 0 ? new QueuePlace(reception.QueueRank, Now) : new QueuePlace(others[^1].QueueRank, others[^1].QueueAt).After();
        reception.Return(place, actor.StaffId!.Value, Now);
        await db.SaveChangesAsync(ct);
    }

    public Task ParkAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, reception =>
    {
        reception.Park(Now);
        return null;
    }, ct);

    public Task UnparkAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, reception =>
    {
        reception.Unpark(actor.StaffId!.Value, Now);
        return null;
    }, ct);

    public Task SendOnAsync(Guid id, int counter, string? note, DeskPlace place, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, reception =>
    {
        reception.SendOn(counter, place.Counters, note, Now);
        return null;
    }, ct);

    public Task StartAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, reception => reception.Start(Now), ct);

    /// <summary>Ends the visit with its outcome; of a visit by video both ends with it.</summary>
    /// <exception cref="RuleBrokenException">reception.outcome, reception.outcome-note, reception.wrong-state, and those of <see cref="IVideoEndings"/>.</exception>
    public async Task EndAsync(Guid id, ReceptionOutcome outcome, string? note, Actor actor, CancellationToken ct)
    {
        var reception = await access.LoadAsync(id, actor, ct);
        var heard = reception.State == ReceptionState.InReception;
        log.Record(actor, reception.End(outcome, note, Now));
        if (reception.Form == DeskRules.VideoForm)
        {
            await videos.EndAsync(reception, heard, actor, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    public async Task NameSecondReceiverAsync(Guid id, Guid secondId, Actor actor, CancellationToken ct)
    {
        var reception = await access.LoadAsync(id, actor, ct);
        await rules.CheckReceiversAsync(reception.OfficeId, secondId, null, actor, ct);
        reception.NameSecondReceiver(secondId);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// The rule of the queue: sent on to this counter, then the booked ones whose time has come, then priority with its
    /// reason, then arrival; who is booked for later only when nobody else waits.
    /// </summary>
    internal static IOrderedQueryable<Reception> Ordered(IQueryable<Reception> waiting, int? counter, DateTime now) => waiting
        .OrderBy(r => r.TargetCounter == counter && counter != null ? 0 : 1)
        .ThenBy(r => r.QueueRank == QueuePlace.Booked && r.QueueAt > now ? QueuePlace.Early : r.QueueRank)
        .ThenBy(r => r.QueueAt).ThenBy(r => r.TicketNumber).ThenBy(r => r.Id);

    internal IQueryable<Reception> Next(DeskPlace place, Actor actor)
    {
        var now = Now;
        var today = ChinaTime.DateOf(now);
        var counter = (int?)place.Counter;
        return Ordered(access.Visible(actor).Where(r => r.ServicePointId == place.ServicePointId && r.Day == today && r.State == ReceptionState.Waiting
            && (r.TargetCounter == null || r.TargetCounter == counter)), counter, now);
    }

    private Task<bool> BusyAsync(Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return db.Receptions.AnyAsync(r => r.ReceiverId == staff && (r.State == ReceptionState.Called || r.State == ReceptionState.InReception), ct);
    }

    private async Task ChangeAsync(Guid id, Actor actor, Func<Reception, Fact?> act, CancellationToken ct)
    {
        var reception = await access.LoadAsync(id, actor, ct);
        if (act(reception) is { } fact)
        {
            log.Record(actor, fact);
        }

        await db.SaveChangesAsync(ct);
    }
}
