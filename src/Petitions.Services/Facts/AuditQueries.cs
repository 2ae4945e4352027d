using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Facts;

/// <summary>
/// What was done to accounts, roles, offices, settings and the log itself (security.md B10). No line of a matter: those stand
/// on the matter, behind its wall, and the auditor reads no case text.
/// </summary>
public sealed class AuditQueries(PetitionsDbContext db, OfficeCatalog offices)
{
    public const int PageSize = 50;

    /// <summary>An array of its own, so that it stands in the SQL as in the filter of <c>ix_facts_audited</c>: facts of matters are a hundred times as many.</summary>
    private static readonly FactSubject[] Audited = [FactSubject.Setting, FactSubject.Office, FactSubject.Staff];

    /// <summary>Kinds that can stand in the audit log.</summary>
    public static IReadOnlyList<FactKind> Kinds { get; } = [.. FactKinds.All.Where(kind => kind.Subject is FactSubject.Staff or FactSubject.Office or FactSubject.Setting)];

    /// <summary>Newest first. Staff and offices within reach; settings hold for the whole installation.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, Guid? Next)> ListAsync(AuditFilter filter, Actor actor, CancellationToken ct)
    {
        var reach = offices.ReachOf(actor, Abilities.ViewAudit);
        var people = db.Staff.Where(staff => reach.Contains(staff.OfficeId));
        var facts = db.Facts.AsNoTracking().Where(fact => Audited.Contains(fact.Subject)).Where(fact => fact.Subject == FactSubject.Setting
            || (fact.Subject == FactSubject.Office && reach.Contains(fact.SubjectId))
            || (fact.Subject == FactSubject.Staff && people.Any(staff => staff.Id == fact.SubjectId)));
        facts = string.IsNullOrEmpty(filter.Kind) ? facts : facts.Where(fact => fact.Kind == filter.Kind);
        facts = filter.Before is { } last ? facts.Where(fact => fact.Id < last) : facts;
        if (filter.Request?.Trim() is { Length: > 0 } request)
        {
            facts = facts.Where(fact => fact.RequestId == request);
        }

        if (filter.From is { } from)
        {
            var begin = ChinaTime.StartOfDayUtc(from);
            facts = facts.Where(fact => fact.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = ChinaTime.EndOfDayUtc(to);
            facts = facts.Where(fact => fact.At < end);
        }

        if (filter.Name?.Trim() is { Length: > 0 } name)
        {
            facts = facts.Where(fact => people.Any(staff => staff.Name == name && (staff.Id == fact.ActorId || staff.Id == fact.SubjectId)));
        }

        var lines = await facts.OrderByDescending(fact => fact.Id).Take(PageSize + 1).Select(fact => new AuditLine(
            fact.Id, fact.At, fact.Kind, fact.Subject, fact.SubjectId,
            db.Staff.Where(staff => staff.Id == fact.SubjectId).Select(staff => staff.Name).FirstOrDefault(),
            db.Staff.Where(staff => staff.Id == fact.ActorId).Select(staff => staff.Name).FirstOrDefault(),
            fact.Data, fact.RequestId)).ToListAsync(ct);
        return lines.Count > PageSize ? (lines[..PageSize], lines[PageSize - 1].Id) : (lines, null);
    }
}
