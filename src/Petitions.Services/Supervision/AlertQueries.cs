using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Reads;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Supervision;

/// <summary>The box of alerts: kind after kind, the oldest first, a page at a time.</summary>
public sealed class AlertQueries(PetitionsDbContext db, ReadsTogether together, AlertScope alerts, BoardScope scope)
{
    public const int PageSize = 20;

    public async Task<AlertList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var (risks, second, parked, calls, reads) = (alerts.UrgentRisks(actor), alerts.SecondLevel(actor), alerts.Undelivered(actor), alerts.Callbacks(actor), alerts.ReadAlerts(actor));
        var reports = alerts.Retaliation(actor);
        var count = together.Add(db.Offices.Where(office => office.Id == actor.OfficeId)
            .Select(office => new { Sum = risks.Count() + second.Count() + parked.Count() + calls.Count() + reads.Count() + reports.Count() }));
        var key = KeyOf(after);
        // All in one trip: each is a page at most, and none waits for another.
        var kinds = Enum.GetValues<AlertKind>().Where(kind => kind >= key.Kind)
            .Select(kind => kind == key.Kind ? Ask(kind, key.At, key.Id, actor) : Ask(kind, DateTime.UnixEpoch, Guid.Empty, actor)).ToList();
        await together.SendAsync(ct);
        var sum = count.Rows is [var counted] ? counted.Sum : throw new NotFoundException();
        var lines = kinds.SelectMany(lines => lines()).Take(PageSize + 1).ToList();
        return new AlertList([.. lines.Take(PageSize)], sum, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <summary>Open emergencies within the person's reach.</summary>
    public Task<int> OpenRisksAsync(Actor actor, CancellationToken ct) => alerts.UrgentRisks(actor).CountAsync(ct);

    /// <summary>Asks for a page of one kind; the lines are there once all was sent.</summary>
    private Func<IEnumerable<AlertLine>> Ask(AlertKind kind, DateTime at, Guid id, Actor actor)
    {
        switch (kind)
        {
            case AlertKind.UrgentRisk:
                var risks = together.Add(alerts.UrgentRisks(actor).Where(p => p.ReceivedAt > at || (p.ReceivedAt == at && p.Id.CompareTo(id) > 0))
                    .OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id).Take(PageSize + 1).Select(p => new AlertLine(AlertKind.UrgentRisk, p.Id, p.Number, p.Title, p.ReceivedAt, null)));
                return () => risks.Rows;
            case AlertKind.Retaliation:
                var reports = together.Add(alerts.Retaliation(actor).Where(r => r.ReportedAt > at || (r.ReportedAt == at && r.Id.CompareTo(id) > 0))
                    .OrderBy(r => r.ReportedAt).ThenBy(r => r.Id).Take(PageSize + 1)
                    .Join(db.Petitions.VisibleTo(Actor.System), r => r.PetitionId, p => p.Id, (r, p) => new AlertLine(AlertKind.Retaliation, r.Id, p.Number, p.Title, r.ReportedAt, null)));
                return () => reports.Rows.OrderBy(line => line.At).ThenBy(line => line.Id);
            case AlertKind.SecondLevel:
                var day = ChinaTime.DateOf(at);
                var late = together.Add(alerts.SecondLevel(actor).Where(p => p.NextDueOn > day || (p.NextDueOn == day && p.Id.CompareTo(id) > 0))
                    .OrderBy(p => p.NextDueOn).ThenBy(p => p.Id).Take(PageSize + 1)
                    .Select(p => new { p.Id, p.Number, p.Title, Due = p.NextDueOn!.Value }));
                return () => late.Rows.Select(row => new AlertLine(AlertKind.SecondLevel, row.Id, row.Number, row.Title, ChinaTime.StartOfDayUtc(row.Due), null));
            case AlertKind.ParkedNotice:
                var parked = together.Add(alerts.Undelivered(actor).Where(n => n.CreatedAt > at || (n.CreatedAt == at && n.Id.CompareTo(id) > 0))
                    .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(PageSize + 1)
                    .Join(scope.Visible(actor), n => n.PetitionId, p => p.Id, (n, p) => new AlertLine(AlertKind.ParkedNotice, n.Id, p.Number, p.Title, n.CreatedAt, n.Channel)));
                return () => parked.Rows.OrderBy(line => line.At).ThenBy(line => line.Id);
            case AlertKind.LowRating:
                // What may be known of is decided by the scope; here the rows only get their words.
                var matters = scope.Visible(Actor.System);
                var calls = together.Add(alerts.Callbacks(actor).Where(t => t.OpenedAt > at || (t.OpenedAt == at && t.Id.CompareTo(id) > 0))
                    .OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Take(PageSize + 1)
                    .Select(t => new
                    {
                        t.Id,
                        t.OpenedAt,
                        Number = matters.Where(p => p.Id == t.PetitionId).Select(p => p.Number).FirstOrDefault(),
                        Title = matters.Where(p => p.Id == t.PetitionId).Select(p => p.Title).FirstOrDefault(),
                        Day = db.Receptions.Where(r => r.Id == t.ReceptionId).Select(r => (DateOnly?)r.Day).FirstOrDefault(),
                        Prefix = db.Receptions.Where(r => r.Id == t.ReceptionId).Select(r => r.Prefix).FirstOrDefault(),
                        Ticket = db.Receptions.Where(r => r.Id == t.ReceptionId).Select(r => (int?)r.TicketNumber).FirstOrDefault(),
                    }));
                return () => calls.Rows.Select(call => new AlertLine(AlertKind.LowRating, call.Id, call.Number,
                    call.Title ?? FormattableString.Invariant($"{call.Day:yyyy-MM-dd} {new Ticket(call.Prefix ?? "", call.Ticket ?? 0)}"), call.OpenedAt, null));
            default:
                var read = together.Add(alerts.ReadAlerts(actor).Where(n => n.CreatedAt > at || (n.CreatedAt == at && n.Id.CompareTo(id) > 0))
                    .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(PageSize + 1)
                    .Select(n => new AlertLine(AlertKind.ReadAlert, n.Id, null, n.Subject, n.CreatedAt, null)));
                return () => read.Rows;
        }
    }

    private static (AlertKind Kind, DateTime At, Guid Id) KeyOf(string? key)
    {
        var parts = key?.Split('.') ?? [];
        return parts.Length == 3 && Enum.TryParse<AlertKind>(parts[0], out var kind) && Enum.IsDefined(kind)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(parts[2], out var id)
            ? (kind, new DateTime(ticks, DateTimeKind.Utc), id)
            : (AlertKind.UrgentRisk, DateTime.UnixEpoch, Guid.Empty);
    }
}
