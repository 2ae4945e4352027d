using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Search;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Search;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Search;

/// <summary>
/// Reads what the index finds through the wall: candidates newest first, then the rows of those the person may know of
/// and the filter leaves; where that takes some away, the next ones are asked for.
/// </summary>
public sealed class SearchReader(PetitionsDbContext db, IEngineInfo engine)
{
    private const int FirstBatch = 40;

    /// <summary>More than the page needs, for the few the wall takes: so many of the newest month, found without going further back.</summary>
    private const int Spare = 3;
    private const int NextLeast = 24;
    private const int NextMost = 200;

    /// <summary>So many candidates are read for one page at most; then the page says where it stopped.</summary>
    private const int CandidatesMax = 4_000;

    private const string ReportMaterial = "ReportMaterial";

    public async Task<SearchRead> ReadAsync(SearchQuery query, SearchFilter filter, SearchSpan span, int take, Actor actor, CancellationToken ct)
    {
        span = span with
        {
            From = filter.From is { } first ? ChinaTime.StartOfDayUtc(first) : null,
            Before = Earlier(span.Before, filter.To is { } last ? ChinaTime.EndOfDayUtc(last) : null),
        };
        var found = new List<FoundMatter>();
        for (var (asked, size) = (0, filter.IsNarrow ? Math.Max(FirstBatch, take) : take + Spare); ; size = Next(take - found.Count, found.Count, asked))
        {
            var batch = await engine.Search.FindAsync(db, query, span, size, ct);
            found.AddRange(await SeenAsync(batch.Hits, query, filter, actor, ct));
            asked += batch.Hits.Count;
            if (found.Count >= take)
            {
                return new SearchRead(found[..take], IsAll: batch.IsAll && found.Count == take, null);
            }

            if (batch.IsAll || batch.BackTo is not null)
            {
                return new SearchRead(found, batch.IsAll, batch.BackTo);
            }

            if (asked >= CandidatesMax)
            {
                return new SearchRead(found, false, batch.Hits[^1].ReceivedAt);
            }

            span = span with { After = batch.Hits[^1] };
        }
    }

    /// <summary>As many more as the share he may know of makes likely, and half of that again: fewer need not look through older months.</summary>
    private static int Next(int missing, int seen, int asked) => Math.Clamp(missing * asked * 3 / (2 * Math.Max(seen, 1)), NextLeast, NextMost);

    /// <summary>Whether the person may read the text of a matter as its page decides it (security.md B3).</summary>
    public static Expression<Func<Petition, bool>> TextIsOpenTo(Actor actor)
    {
        var staff = actor.StaffId;
        var grants = actor.Grants.Where(grant => grant.Ability == Abilities.ReadReportMaterial).ToList();
        var offices = grants.Where(grant => grant.Scope is AbilityScopes.Office or AbilityScopes.PetitionDepartment).Select(grant => grant.OfficeId).ToList();
        var departments = grants.Where(grant => grant.Scope == AbilityScopes.Department && grant.DepartmentId is not null).Select(grant => grant.DepartmentId!.Value).ToList();
        return p => p.Confidentiality != ReportMaterial || offices.Contains(p.OfficeId) || (p.DepartmentId != null && departments.Contains(p.DepartmentId.Value))
            || p.Assignments.Any(a => a.StaffId == staff && a.To == null);
    }

    /// <summary>A row of the list from a matter.</summary>
    internal static Expression<Func<Petition, FoundRow>> Row(PetitionsDbContext db) => p => new FoundRow(p.Id, p.Confidentiality,
        new CaseLine(p.Number, p.Title, p.Category, p.State, p.ReceivedAt, p.NextDueOn, p.DepartmentId,
            p.Assignments.Where(a => a.Kind == AssignmentKind.CurrentHandler && a.To == null)
                .Select(a => db.Staff.Where(s => s.Id == a.StaffId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault()));

    private async Task<IEnumerable<FoundMatter>> SeenAsync(IReadOnlyList<SearchHit> hits, SearchQuery query, SearchFilter filter, Actor actor, CancellationToken ct)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var ids = hits.Select(hit => hit.Id).ToList();
        var seen = Narrow(db.Petitions.VisibleTo(actor).AsNoTracking(), filter).Where(p => ids.Contains(p.Id));
        var rows = await seen.Select(Row(db)).ToDictionaryAsync(row => row.Id, ct);
        var closed = rows.Values.Any(row => row.Confidentiality == ReportMaterial)
            ? [.. rows.Keys.Except(await seen.Where(TextIsOpenTo(actor)).Select(p => p.Id).ToListAsync(ct))]
            : new HashSet<Guid>();
        // What a person may not read he cannot find things out about by searching: there only what the list shows counts.
        return hits.Where(hit => rows.ContainsKey(hit.Id) && (!closed.Contains(hit.Id) || query.Matches(SearchText.Norm(rows[hit.Id].Line.Title))))
            .Select(hit => new FoundMatter(hit, rows[hit.Id].Line));
    }

    private static IQueryable<Petition> Narrow(IQueryable<Petition> matters, SearchFilter filter)
    {
        matters = filter.OfficeId is { } office ? matters.Where(p => p.OfficeId == office) : matters;
        matters = filter.DepartmentId is { } department ? matters.Where(p => p.DepartmentId == department) : matters;
        matters = filter.State is { } state ? matters.Where(p => p.State == state) : matters;
        matters = filter.Category is { } category ? matters.Where(p => p.Category == category) : matters;
        return filter.Channel is { } channel ? matters.Where(p => p.Channel == channel) : matters;
    }

    private static DateTime? Earlier(DateTime? first, DateTime? second) => first is null || second < first ? second ?? first : first;
}
