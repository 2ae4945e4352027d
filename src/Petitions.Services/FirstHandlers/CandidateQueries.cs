using Petitions.Domain.Offices;
using Petitions.Data.Petitions;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.FirstHandlers;

/// <summary>Case officers of a department with open and overdue matters and absence; those behind the wall are left out.</summary>
public sealed class CandidateQueries(PetitionsDbContext db, OfficeCatalog offices, TimeProvider clock)
{
    private static readonly PetitionState[] Ended = [PetitionState.Closed, PetitionState.Archived];

    /// <exception cref="NotFoundException">When the actor may not know of the matter.</exception>
    public async Task<IReadOnlyList<Candidate>> ForMatterAsync(string number, Guid departmentId, Actor actor, CancellationToken ct) =>
        await OfAsync(await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Respondents).Where(p => p.Number == number).SingleOrNotFoundAsync(ct), departmentId, ct);

    public async Task<IReadOnlyList<Candidate>> OfAsync(Petition petition, Guid departmentId, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var open = db.Assignments.Where(a => a.To == null && a.Kind == AssignmentKind.CurrentHandler);
        var rows = await db.Staff.AsNoTracking()
            .Where(s => s.Active && s.DepartmentId == departmentId
                && s.Grants.Any(g => g.Role == HandlerCheck.Role && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(s => s.NameOrder).ThenBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.NameKey,
                s.DepartmentId,
                Open = open.Count(a => a.StaffId == s.Id),
                Overdue = db.Petitions.Count(p => p.NextDueOn < today && !Ended.Contains(p.State) && open.Any(a => a.StaffId == s.Id && a.PetitionId == p.Id)),
                AbsentUntil = s.Absences.Where(a => a.From <= today && today <= a.To).Max(a => (DateOnly?)a.To),
            })
            .AsSingleQuery().ToListAsync(ct);
        return [.. rows.Where(row => !petition.IsWalled(row.Id, row.NameKey, offices.LineOf(row.DepartmentId)))
            .Select(row => new Candidate(row.Id, row.Name, row.Open, row.Overdue, row.AbsentUntil))];
    }
}
