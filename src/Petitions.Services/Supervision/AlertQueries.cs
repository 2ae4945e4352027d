using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Supervision;

/// <summary>The box of alerts: kind after kind, the oldest first, a page at a time.</summary>
public sealed class AlertQueries(PetitionsDbContext db, AlertScope alerts, BoardScope scope)
{
    public const int PageSize = 20;

    public async Task<AlertList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var (risks, second, parked, calls, reads) = (alerts.UrgentRisks(actor), alerts.SecondLevel(actor), alerts.Undelivered(actor), alerts.Callbacks(actor), alerts.ReadAlerts(actor));
        var reports = alerts.Retaliation(actor);
        var count = await db.Offices.Where(office => office.Id == actor.OfficeId)
            .Select(office => new { Sum = risks.Count() + second.Count() + parked.Count() + calls.Count() + reads.Count() + reports.Count() }).SingleOrNotFoundAsync(ct);
        var lines = new List<AlertLine>();
        var key = KeyOf(after);
        // Emergencies bring the reports of retaliation with them: one statement for the two, so that the page stays at six.
        foreach (var kind in Enum.GetValues<AlertKind>().Where(kind => kind >= key.Kind && (kind != AlertKind.Retaliation || kind == key.Kind)))
        {
            if (lines.Count <= PageSize)
            {
                var (at, id) = kind == key.Kind ? (key.At, key.Id) : (DateTime.UnixEpoch, Guid.Empty);
                lines.AddRange(await OfAsync(kind, at, id, actor, ct));
            }
        }

        return new AlertList([.. lines.Take(PageSize)], count.Sum, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <summary>Open emergencies within the person's reach.</summary>
    public Task<int> OpenRisksAsync(Actor actor, CancellationToken ct) => alerts.UrgentRisks(actor).CountAsync(ct);

    private async Task<List<AlertLine>> OfAsync(AlertKind kind, DateTime at, Guid id, Actor actor, CancellationToken ct)
    {
        var visible = scope.Visible(actor);
        switch (kind)
        {
            case AlertKind.UrgentRisk:
                return await FirstAsync(alerts.UrgentRisks(actor).Where(p => p.ReceivedAt > at || (p.ReceivedAt == at && p.Id.CompareTo(id) > 0))
                    .OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id).Take(PageSize + 1)
                    .Select(p => new First { Kind = (int)AlertKind.UrgentRisk, Id = p.Id, Number = p.Number, Title = p.Title, At = p.ReceivedAt })
                    .Concat(Reports(DateTime.UnixEpoch, Guid.Empty, actor)), ct);
            case AlertKind.Retaliation:
                return await FirstAsync(Reports(at, id, actor), ct);
            case AlertKind.SecondLevel:
                var day = ChinaTime.DateOf(at);
                var rows = await alerts.SecondLevel(actor).Where(p => p.NextDueOn > day || (p.NextDueOn == day && p.Id.CompareTo(id) > 0))
                    .OrderBy(p => p.NextDueOn).ThenBy(p => p.Id).Take(PageSize + 1)
                    .Select(p => new { p.Id, p.Number, p.Title, Due = p.NextDueOn!.Value }).ToListAsync(ct);
                return [.. rows.Select(row => new AlertLine(AlertKind.SecondLevel, row.Id, row.Number, row.Title, ChinaTime.StartOfDayUtc(row.Due), null))];
            case AlertKind.ParkedNotice:
                return await alerts.Undelivered(actor).Where(n => n.CreatedAt > at || (n.CreatedAt == at && n.Id.CompareTo(id) > 0))
                    .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(PageSize + 1)
                    .Join(visible, n => n.PetitionId, p => p.Id, (n, p) => new AlertLine(AlertKind.ParkedNotice, n.Id, p.Number, p.Title, n.CreatedAt, n.Channel)).ToListAsync(ct);
            case AlertKind.LowRating:
                // What may be known of is decided by the scope; here the rows only get their words.
                var matters = scope.Visible(Actor.System);
                var calls = await alerts.Callbacks(actor).Where(t => t.OpenedAt > at || (t.OpenedAt == at && t.Id.CompareTo(id) > 0))
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
                    }).ToListAsync(ct);
                return [.. calls.Select(call => new AlertLine(AlertKind.LowRating, call.Id, call.Number,
                    call.Title ?? FormattableString.Invariant($"{call.Day:yyyy-MM-dd} {new Ticket(call.Prefix ?? "", call.Ticket ?? 0)}"), call.OpenedAt, null))];
            default:
                return await alerts.ReadAlerts(actor).Where(n => n.CreatedAt > at || (n.CreatedAt == at && n.Id.CompareTo(id) > 0))
                    .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(PageSize + 1)
                    .Select(n => new AlertLine(AlertKind.ReadAlert, n.Id, null, n.Subject, n.CreatedAt, null)).ToListAsync(ct);
        }
    }

    private IQueryable<First> Reports(DateTime at, Guid id, Actor actor) =>
        alerts.Retaliation(actor).Where(r => r.ReportedAt > at || (r.ReportedAt == at && r.Id.CompareTo(id) > 0))
            .OrderBy(r => r.ReportedAt).ThenBy(r => r.Id).Take(PageSize + 1)
            .Join(db.Petitions.VisibleTo(Actor.System), r => r.PetitionId, p => p.Id,
                (r, p) => new First { Kind = (int)AlertKind.Retaliation, Id = r.Id, Number = p.Number, Title = p.Title, At = r.ReportedAt });

    private static async Task<List<AlertLine>> FirstAsync(IQueryable<First> rows, CancellationToken ct) =>
        [.. (await rows.OrderBy(row => row.Kind).ThenBy(row => row.At).ThenBy(row => row.Id).ToListAsync(ct))
            .Select(row => new AlertLine((AlertKind)row.Kind, row.Id, row.Number, row.Title, row.At, null))];

    private static (AlertKind Kind, DateTime At, Guid Id) KeyOf(string? key)
    {
        var parts = key?.Split('.') ?? [];
        return parts.Length == 3 && Enum.TryParse<AlertKind>(parts[0], out var kind) && Enum.IsDefined(kind)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(parts[2], out var id)
            ? (kind, new DateTime(ticks, DateTimeKind.Utc), id)
            : (AlertKind.UrgentRisk, DateTime.UnixEpoch, Guid.Empty);
    }

    private sealed record First
    {
        public required int Kind { get; init; }

        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required DateTime At { get; init; }
    }
}
