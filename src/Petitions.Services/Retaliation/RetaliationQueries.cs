using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Retaliation;

/// <summary>Reads reports of retaliation: the open ones oldest first, one of them whole, and the petitioner's own.</summary>
public sealed class RetaliationQueries(PetitionsDbContext db, RetaliationScope scope, ReadLog reads, ColumnProtector protector)
{
    public const int PageSize = 20;

    public async Task<RetaliationList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var open = scope.Open(actor);
        var count = await open.CountAsync(ct);
        if (KeyOf(after) is var (at, id))
        {
            open = open.Where(r => r.ReportedAt > at || (r.ReportedAt == at && r.Id.CompareTo(id) > 0));
        }

        var lines = await open.OrderBy(r => r.ReportedAt).ThenBy(r => r.Id).Take(PageSize + 1)
            .Join(db.Petitions.VisibleTo(Actor.System), r => r.PetitionId, p => p.Id, (r, p) => new RetaliationLine(r.Id, p.Number, p.Title, r.ReportedAt, r.Source)).ToListAsync(ct);
        return new RetaliationList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <summary>One report; that it was read is written down before it is shown (security.md B4).</summary>
    /// <exception cref="NotFoundException">Missing, or not readable by this person.</exception>
    public async Task<RetaliationSheet> ReadAsync(Guid id, Actor actor, string? address, CancellationToken ct)
    {
        var report = await scope.For(actor).AsNoTracking().Where(r => r.Id == id).SingleOrNotFoundAsync(ct);
        var offices = actor.OfficesFor(Abilities.GiveInstructions);
        var matter = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == report.PetitionId).Select(p => new
        {
            p.Number,
            p.Title,
            Led = offices.Contains(p.OfficeId),
            Opens = db.Petitions.VisibleTo(actor).Any(own => own.Id == p.Id),
        }).SingleAsync(ct);
        var staff = new[] { report.TakenBy, report.AnsweredBy }.OfType<Guid>().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        await reads.RecordAsync(report.PetitionId, actor, ReadLog.Retaliation, null, ct, address);
        return new RetaliationSheet
        {
            Id = report.Id,
            PetitionId = report.PetitionId,
            Number = matter.Number,
            Title = matter.Title,
            ReportedAt = report.ReportedAt,
            Source = report.Source,
            Text = protector.Unprotect(report.EncryptedText),
            TakenBy = report.TakenBy is { } taker ? names.GetValueOrDefault(taker) : null,
            AnsweredAt = report.AnsweredAt,
            AnsweredBy = report.AnsweredBy is { } leader ? names.GetValueOrDefault(leader) : null,
            Answer = report.EncryptedAnswer is { } answer ? protector.Unprotect(answer) : null,
            OpensMatter = matter.Opens,
            MayAnswer = report.AnsweredAt is null && matter.Led && matter.Opens,
        };
    }

    /// <summary>The matter a member of staff reports on: one he may know of or list at his desk.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public Task<ToldMatter> MatterAsync(string number, Actor actor, CancellationToken ct) =>
        db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Where(p => p.Number == number)
            .Select(p => new ToldMatter(p.Number, db.Petitions.VisibleTo(actor).Any(own => own.Id == p.Id))).SingleOrNotFoundAsync(ct);

    /// <summary>What the petitioner reported on the matter he opened, newest first.</summary>
    public async Task<IReadOnlyList<OwnReport>> OwnAsync(Actor actor, CancellationToken ct) =>
        await db.RetaliationReports.AsNoTracking().Where(r => db.Petitions.VisibleTo(actor).Any(p => p.Id == r.PetitionId))
            .OrderByDescending(r => r.ReportedAt).Select(r => new OwnReport(r.ReportedAt, r.AnsweredAt)).Take(PageSize).ToListAsync(ct);

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
