using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Offices;
using Petitions.Services.Routing;

namespace Petitions.Services.Supervision;

/// <summary>Reads the page on which one matter or many are assigned: few statements, however many rows are ticked.</summary>
public sealed class AssignQueries(PetitionsDbContext db, PetitionRouter router, OfficeCatalog offices, BoardScope scope)
{
    /// <summary>Matters in the order asked for; what the person may not know of is left out without a word.</summary>
    public async Task<IReadOnlyList<AssignMatter>> MattersAsync(IReadOnlyCollection<string> numbers, Actor actor, CancellationToken ct)
    {
        var asked = numbers.Distinct().Take(AssignBatchService.Most).ToList();
        var found = await db.Petitions.VisibleTo(actor).AsNoTracking().AsSplitQuery().Include(p => p.Respondents).Include(p => p.Assignments)
            .Where(p => asked.Contains(p.Number)).OrderBy(p => p.Number).ToListAsync(ct);
        var within = found.Select(p => p.OfficeId).Distinct().ToList();
        var candidates = await CandidatesAsync(within, ct);
        var names = await NamesAsync(found, ct);
        var matters = new List<AssignMatter>();
        foreach (var petition in found.OrderBy(p => asked.IndexOf(p.Number)))
        {
            var accepted = petition.FirstHandlerId is not null;
            var holder = petition.ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId;
            matters.Add(new AssignMatter
            {
                Number = petition.Number,
                Title = petition.Title,
                Category = petition.Category,
                State = petition.State,
                Version = petition.Version,
                NeedsTrack = petition.Track is null,
                IsAccepted = accepted,
                FirstHandler = petition.FirstHandlerId is { } first ? names.GetValueOrDefault(first) : null,
                Holder = holder is { } now ? names.GetValueOrDefault(now) : null,
                DueOn = petition.NextDueOn,
                Proposal = accepted ? null : await router.ProposeAsync(petition, ct),
                Candidates = [.. candidates.Where(c => offices.Department(c.DepartmentId)?.OfficeId == petition.OfficeId && c.StaffId != holder
                    && !petition.IsWalled(c.StaffId, c.NameKey, offices.LineOf(c.DepartmentId)))],
            });
        }

        return matters;
    }

    private async Task<IReadOnlyList<AssignCandidate>> CandidatesAsync(List<Guid> within, CancellationToken ct)
    {
        var today = scope.Today;
        var open = db.Assignments.Where(a => a.To == null && a.Kind == AssignmentKind.CurrentHandler);
        var all = db.Petitions.VisibleTo(Actor.System);
        return await db.Staff.AsNoTracking()
            .Where(s => s.Active && within.Contains(s.OfficeId) && s.Grants.Any(g => g.Role == HandlerCheck.Role && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(s => s.NameOrder).ThenBy(s => s.Id)
            .Select(s => new AssignCandidate(s.Id, s.Name, s.NameKey, s.DepartmentId,
                open.Count(a => a.StaffId == s.Id),
                open.Count(a => a.StaffId == s.Id && all.Any(p => p.Id == a.PetitionId && p.NextDueOn < today && p.State != PetitionState.Closed && p.State != PetitionState.Archived)),
                s.Absences.Where(a => a.To >= today).OrderBy(a => a.From).Select(a => (DateOnly?)a.From).FirstOrDefault(),
                s.Absences.Where(a => a.To >= today).OrderBy(a => a.From).Select(a => (DateOnly?)a.To).FirstOrDefault()))
            .AsSingleQuery().ToListAsync(ct);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Petition> found, CancellationToken ct)
    {
        var ids = found.SelectMany(p => p.Assignments.Where(a => a.To == null).Select(a => a.StaffId).Append(p.FirstHandlerId ?? Guid.Empty)).Distinct().ToList();
        return await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }
}
