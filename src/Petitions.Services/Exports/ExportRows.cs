using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Search;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Search;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Search;
using Petitions.Services.Supervision;

namespace Petitions.Services.Exports;

/// <summary>
/// The rows of an export, page by page, under the wall and the reach its maker has when it runs, and only of offices
/// where he may export.
/// </summary>
public sealed class ExportRows(PetitionsDbContext db, BoardScope lists, SearchReader search)
{
    private const int Page = 200;

    public IAsyncEnumerable<IReadOnlyList<ExportRow>> ReadAsync(ExportSource source, Actor actor, CancellationToken ct) =>
        source.Cases is { } cases ? OfListAsync(cases, actor, ct) : OfSearchAsync(source, actor, ct);

    /// <summary>The matters among these whose petitioner the maker could open.</summary>
    public async Task<HashSet<Guid>> OpenIdentitiesAsync(IReadOnlyCollection<Guid> matters, Actor actor, CancellationToken ct) =>
        [.. await db.Petitions.VisibleTo(actor).Where(IdentityReach.IsOpenTo(actor)).Where(p => matters.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct)];

    private async IAsyncEnumerable<IReadOnlyList<ExportRow>> OfListAsync(CaseFilter filter, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (ExportRow? last = null; ;)
        {
            var rest = Exportable(filter.Narrow(lists.In(filter.Box, actor).AsNoTracking()), actor);
            if (last is not null)
            {
                var (at, id) = (last.ReceivedAt, last.Id);
                rest = rest.Where(p => p.ReceivedAt < at || (p.ReceivedAt == at && p.Id.CompareTo(id) < 0));
            }

            var rows = await rest.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id).Take(Page).Select(Row()).ToListAsync(ct);
            if (rows.Count > 0)
            {
                yield return rows;
            }

            if (rows.Count < Page)
            {
                yield break;
            }

            last = rows[^1];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ExportRow>> OfSearchAsync(ExportSource source, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (SearchQuery.Of(source.Text) is not { } query || OwnName.StandsIn(source.Text, actor))
        {
            yield break;
        }

        // Where one search stops for its time, the next goes on further back and may meet some again.
        var seen = new HashSet<Guid>();
        for (var span = new SearchSpan { Patient = true }; ;)
        {
            var read = await search.ReadAsync(query, source.Filter, span, Page, actor, ct);
            var ids = read.Rows.Select(row => row.Hit.Id).Where(seen.Add).ToList();
            var rows = await Exportable(db.Petitions.VisibleTo(actor).AsNoTracking(), actor).Where(p => ids.Contains(p.Id)).Select(Row()).ToListAsync(ct);
            if (rows.Count > 0)
            {
                yield return [.. rows.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id)];
            }

            if (read.IsAll || (read.Rows.Count < Page && (read.BackTo is null || read.BackTo == span.Before)))
            {
                yield break;
            }

            span = read.Rows.Count == Page
                ? span with { After = read.Rows[^1].Hit }
                : new SearchSpan { Patient = true, Before = read.BackTo };
        }
    }

    private static IQueryable<Petition> Exportable(IQueryable<Petition> matters, Actor actor)
    {
        var offices = actor.Grants.Where(grant => grant.Ability == Abilities.ExportPetitions).Select(grant => grant.OfficeId).Distinct().ToList();
        return matters.Where(p => offices.Contains(p.OfficeId));
    }

    private Expression<Func<Petition, ExportRow>> Row() => p => new ExportRow
    {
        Id = p.Id,
        Number = p.Number,
        ReceivedAt = p.ReceivedAt,
        ReceivedOn = p.ReceivedOn,
        OfficeId = p.OfficeId,
        DepartmentId = p.DepartmentId,
        Channel = p.Channel,
        Category = p.Category,
        SubCategory = p.SubCategory,
        State = p.State,
        Title = p.Title,
        Handler = p.Assignments.Where(a => a.Kind == AssignmentKind.CurrentHandler && a.To == null)
            .Select(a => db.Staff.Where(s => s.Id == a.StaffId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault(),
        DueOn = p.NextDueOn,
        ClosedAt = p.ClosedAt,
        Outcome = p.Outcome,
        Confidentiality = p.Confidentiality,
        IdentityMode = p.IdentityMode,
        People = p.Parties.OrderBy(party => party.Id).Select(party => party.Name).ToList(),
    };
}
