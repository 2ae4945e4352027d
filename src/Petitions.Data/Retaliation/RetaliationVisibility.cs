using Petitions.Data.Petitions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;

namespace Petitions.Data.Retaliation;

/// <summary>The one place that decides who may read a report of retaliation, on top of the respondent wall (domain.md 3.8).</summary>
public static class RetaliationVisibility
{
    /// <summary>
    /// Leaders who give instructions and inspection officers; from outside the office also whoever has the board of the
    /// whole office. When it may come from this office, nobody of the unit that holds the matter and nobody who handles it.
    /// </summary>
    public static IQueryable<RetaliationReport> ReadableBy(this IQueryable<RetaliationReport> reports, IQueryable<Petition> petitions, Actor actor)
    {
        var leading = actor.OfficesFor(Abilities.GiveInstructions, Abilities.OpenAccountability);
        IReadOnlyList<Guid> watching = [.. leading, .. actor.Grants.Where(grant => grant is { Ability: Abilities.ViewBoard, Scope: AbilityScopes.Office }).Select(grant => grant.OfficeId)];
        var (staff, line) = (actor.StaffId, actor.DepartmentLine);
        var unwalled = petitions.NotWalledFrom(actor);
        return reports.Where(r => unwalled.Any(p => p.Id == r.PetitionId
            && ((r.Source == RetaliationSource.Outside && watching.Contains(p.OfficeId))
                || (leading.Contains(p.OfficeId)
                    && (p.DepartmentId == null || !line.Contains(p.DepartmentId.Value))
                    && p.FirstHandlerId != staff
                    && !p.Assignments.Any(a => a.StaffId == staff && a.To == null && a.Kind != AssignmentKind.LeaderInCharge)))));
    }
}
