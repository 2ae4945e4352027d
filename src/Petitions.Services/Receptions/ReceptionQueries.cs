using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions;

/// <summary>Reads of the desk: the queue, the display, a place in line.</summary>
public sealed class ReceptionQueries(PetitionsDbContext db, ReceptionAccess access, DeskRules rules, ReferenceCatalog reference, HallLines lines, TimeProvider clock)
{
    /// <summary>Longest list a desk shows; a hall has never held more.</summary>
    public const int QueueMax = 200;


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

        var now = Now;
        var today = row.Day == ChinaTime.DateOf(now);
        var waits = row.State == ReceptionState.Waiting && today;
        var line = waits ? await lines.OfAsync(row.ServicePointId, row.Day, ct) : null;
        var ahead = line?.Ahead(row.Id, new QueuePlace(row.QueueRank, row.QueueAt), now) ?? 0;
        return new PlaceInLine(new Ticket(row.Prefix, row.TicketNumber).ToString(), row.State, ahead, row.Counter, row.ServicePointId, row.Day, row.ArrivedAt, today)
        {
            BookedAt = row.BookedAt,
            Minutes = line?.Minutes(ahead),
        };
    }
}
