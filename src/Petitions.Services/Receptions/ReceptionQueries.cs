using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions;

/// <summary>Reads of the desk: the queue, the display, a place in line.</summary>
public sealed class ReceptionQueries(PetitionsDbContext db, ReceptionAccess access, DeskRules rules, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>Longest list a desk shows; a hall has never held more.</summary>
    public const int QueueMax = 200;

    // A wait is told from the last talks of today, and not at all from fewer than three; rounded up to five minutes.
    private const int LastTalks = 10;
    private const int FewestTalks = 3;
    private const int Step = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<DeskQueue> QueueAsync(DeskPlace place, Actor actor, CancellationToken ct)
    {
        var now = Now;
        var today = ChinaTime.DateOf(now);
        var rows = await ReceptionQueueService.Ordered(access.Visible(actor).AsNoTracking()
                .Where(r => r.ServicePointId == place.ServicePointId && r.Day == today && r.State != ReceptionState.Ended), place.Counter, now)
            .Select(r => new
            {
                r.Id,
                r.Prefix,
                r.TicketNumber,
                r.State,
                r.GroupSize,
                r.Topic,
                r.Priority,
                r.CallByName,
                r.ArrivedAt,
                r.QueueRank,
                r.QueueAt,
                r.BookedAt,
                r.StartedAt,
                r.Counter,
                r.TargetCounter,
                r.SentNote,
                r.Calls,
                r.ReceiverId,
                r.SecondReceiverId,
                Name = r.Visitors.OrderBy(v => v.Id).Select(v => v.Name).FirstOrDefault(),
            }).Take(QueueMax).ToListAsync(ct);
        var lines = rows.Select(r => new QueueLine
        {
            Id = r.Id,
            Ticket = new Ticket(r.Prefix, r.TicketNumber).ToString(),
            State = r.State,
            Name = r.Name,
            GroupSize = r.GroupSize,
            Topic = r.Topic,
            Priority = r.Priority,
            CallByName = r.CallByName,
            ArrivedAt = r.ArrivedAt,
            BookedAt = r.BookedAt,
            Why = NextWhy(r.TargetCounter == place.Counter, new QueuePlace(r.QueueRank, r.QueueAt), r.ArrivedAt, r.Priority, now),
            Waited = Math.Max(0, (int)((r.StartedAt ?? now) - r.ArrivedAt).TotalMinutes),
            Counter = r.Counter,
            TargetCounter = r.TargetCounter,
            SentNote = r.SentNote,
            Calls = r.Calls,
            Mine = r.ReceiverId == actor.StaffId && r.State is ReceptionState.Called or ReceptionState.InReception,
            Second = r.SecondReceiverId == actor.StaffId,
        }).ToList();
        var waiting = lines.Where(line => line.State == ReceptionState.Waiting).ToList();
        var next = waiting.FirstOrDefault(line => line.TargetCounter is null || line.TargetCounter == place.Counter);
        return new DeskQueue
        {
            Mine = lines.FirstOrDefault(line => line.Mine),
            Second = [.. lines.Where(line => line.Second)],
            Next = next,
            Why = next?.Why ?? NextReason.Arrival,
            Waiting = waiting,
            Elsewhere = [.. lines.Where(line => line.State != ReceptionState.Waiting && !line.Mine)],
            At = now,
            Amber = rules.WaitAmber,
            Red = rules.WaitRed,
            MostCalls = rules.MostCalls,
        };
    }

    /// <summary>Why somebody stands where he stands, by the same rule that orders the queue.</summary>
    private static NextReason NextWhy(bool sentHere, QueuePlace at, DateTime arrived, string? priority, DateTime now) =>
        sentHere ? NextReason.SentOn
        : at.Rank == QueuePlace.Booked ? (at.At <= now ? NextReason.Booked : NextReason.BookedEarly)
        : at.At != arrived ? NextReason.Returned
        : priority is not null && priority != DeskRules.BookedReason ? NextReason.Priority : NextReason.Arrival;

    /// <summary>One visit as the desk sees it, or null.</summary>
    public async Task<SavedVisit?> LineAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var row = await access.Visible(actor).AsNoTracking().Where(r => r.Id == id)
            .Select(r => new { r.Id, r.Prefix, r.TicketNumber, r.Priority, Filed = r.Matters.Any(m => m.Kind == ReceptionMatterKind.Filed) }).SingleOrDefaultAsync(ct);
        return row is null ? null : new SavedVisit(row.Id, new Ticket(row.Prefix, row.TicketNumber).ToString(), row.Priority, row.Filed);
    }

    /// <summary>Who else of the office may receive: holders today of a role that receives visitors.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Guid officeId, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(Now);
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.ReceiveVisitors).Select(row => row.Parent).ToList();
        return await db.Staff.AsNoTracking().Where(staff => staff.OfficeId == officeId && staff.Active && staff.Id != actor.StaffId
                && staff.Grants.Any(grant => roles.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today)))
            .OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id).Select(staff => new Colleague(staff.Id, staff.Name)).ToListAsync(ct);
    }

    /// <summary>Numbers only, the latest call first: nothing on a display tells who somebody is.</summary>
    public async Task<IReadOnlyList<DisplayCall>> DisplayAsync(Guid servicePointId, int count, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(Now);
        var rows = await db.ReceptionSteps.AsNoTracking()
            .Where(step => step.Kind == ReceptionStepKind.Called || step.Kind == ReceptionStepKind.CalledAgain)
            .Join(db.Receptions.Where(r => r.ServicePointId == servicePointId && r.Day == today), step => step.ReceptionId, r => r.Id,
                (step, r) => new { step.At, step.Id, step.Counter, r.Prefix, r.TicketNumber, Here = r.State == ReceptionState.Called || r.State == ReceptionState.InReception })
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(count * 3).ToListAsync(ct);
        return [.. rows.Select(row => new DisplayCall(new Ticket(row.Prefix, row.TicketNumber).ToString(), row.Counter ?? 0, row.At, row.Here)).DistinctBy(call => call.Ticket).Take(count)];
    }

    public Task<int> WaitingAsync(Guid servicePointId, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(Now);
        return db.Receptions.CountAsync(r => r.ServicePointId == servicePointId && r.Day == today && r.State == ReceptionState.Waiting, ct);
    }

    /// <summary>The place in line a slip's secret link opens: a number and how many are before it. Null when it is none.</summary>
    public async Task<PlaceInLine?> PlaceAsync(byte[] token, CancellationToken ct)
    {
        var row = await db.Receptions.AsNoTracking().Where(r => r.PlaceToken == token)
            .Select(r => new { r.Id, r.ServicePointId, r.Day, r.Prefix, r.TicketNumber, r.State, r.QueueRank, r.QueueAt, r.Counter, r.ArrivedAt, r.BookedAt }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var ahead = row.State == ReceptionState.Waiting && row.Day == ChinaTime.DateOf(Now) ? await AheadAsync(row.Id, row.ServicePointId, row.Day, new QueuePlace(row.QueueRank, row.QueueAt), ct) : 0;
        return new PlaceInLine(new Ticket(row.Prefix, row.TicketNumber).ToString(), row.State, ahead, row.Counter, row.ServicePointId, row.Day, row.ArrivedAt, row.Day == ChinaTime.DateOf(Now))
        {
            BookedAt = row.BookedAt,
            Minutes = row.State == ReceptionState.Waiting ? await MinutesAsync(row.ServicePointId, row.Day, ahead, ct) : null,
        };
    }

    private Task<int> AheadAsync(Guid id, Guid servicePointId, DateOnly day, QueuePlace mine, CancellationToken ct)
    {
        var now = Now;
        var (rank, at) = (mine.Rank == QueuePlace.Booked && mine.At > now ? QueuePlace.Early : mine.Rank, mine.At);
        return db.Receptions.Where(r => r.ServicePointId == servicePointId && r.Day == day && r.State == ReceptionState.Waiting && r.Id != id)
            .Select(r => new { Rank = r.QueueRank == QueuePlace.Booked && r.QueueAt > now ? QueuePlace.Early : r.QueueRank, r.QueueAt })
            .CountAsync(other => other.Rank < rank || (other.Rank == rank && other.QueueAt < at), ct);
    }

    /// <summary>
    /// A wait told honestly: how long the last conversations of today took, times those before, over the counters that
    /// hear somebody now; in steps of five minutes. Null while too few have ended to say anything.
    /// </summary>
    private async Task<int?> MinutesAsync(Guid servicePointId, DateOnly day, int ahead, CancellationToken ct)
    {
        var today = db.Receptions.AsNoTracking().Where(r => r.ServicePointId == servicePointId && r.Day == day);
        var last = await today.Where(r => r.State == ReceptionState.Ended && r.StartedAt != null).OrderByDescending(r => r.EndedAt).ThenBy(r => r.Id)
            .Select(r => new { r.StartedAt, r.EndedAt }).Take(LastTalks).ToListAsync(ct);
        if (last.Count < FewestTalks)
        {
            return null;
        }

        var counters = await today.CountAsync(r => r.State == ReceptionState.Called || r.State == ReceptionState.InReception, ct);
        var minutes = last.Average(talk => (talk.EndedAt!.Value - talk.StartedAt!.Value).TotalMinutes) * (ahead + 1) / Math.Max(1, counters);
        return (int)Math.Ceiling(minutes / Step) * Step;
    }
}
