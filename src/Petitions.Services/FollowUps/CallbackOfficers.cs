using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.FollowUps;

/// <summary>
/// Chooses who calls back: present, able to, before no wall, and a stranger to the matter; the one with the fewest open calls.
/// An officer before a director, who sees the matters of the office anyway.
/// </summary>
public sealed class CallbackOfficers(PetitionsDbContext db, MatterTouch touch, ReferenceCatalog reference, OfficeCatalog offices)
{
    private const string Officer = "CaseOfficer";

    /// <summary>Person and department; null when the office has nobody left who never touched the matter.</summary>
    public async Task<(Guid Staff, Guid Department)?> ChooseAsync(Petition petition, DateOnly today, CancellationToken ct) =>
        await ChooseAsync(petition.OfficeId, await touch.WhoAsync(petition.Id, ct), [petition], today, ct);

    /// <summary>Somebody who touched neither the visit nor its matters, and whom none of them walls; null when there is nobody.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="matters">Its matters with their respondents.</param>
    /// <param name="today">Legal day.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Guid?> ChooseForVisitAsync(Reception visit, IReadOnlyCollection<Petition> matters, DateOnly today, CancellationToken ct) =>
        (await ChooseAsync(visit.OfficeId, await touch.WhoOfVisitAsync(visit.Id, ct), matters, today, ct))?.Staff;

    private async Task<(Guid Staff, Guid Department)?> ChooseAsync(
        Guid officeId, IReadOnlyCollection<Guid> who, IReadOnlyCollection<Petition> matters, DateOnly today, CancellationToken ct)
    {
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.MakeCallbacks).Select(row => row.Parent).ToList();
        List<Guid> touched = [.. who];
        var open = db.CallbackTasks.Where(task => task.DoneAt == null);
        // Whoever is to call already will have acted by then.
        List<Guid> ids = [.. matters.Select(matter => matter.Id)];
        touched.AddRange(await open.Where(task => task.PetitionId != null && ids.Contains(task.PetitionId.Value) && task.OfficerId != null).Select(task => task.OfficerId!.Value).ToListAsync(ct));
        var able = await db.Staff.AsNoTracking()
            .Where(s => s.Active && s.OfficeId == officeId && !touched.Contains(s.Id)
                && !s.Absences.Any(absence => absence.From <= today && today <= absence.To)
                && s.Grants.Any(grant => roles.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today)))
            .Select(s => new
            {
                s.Id,
                s.NameKey,
                s.DepartmentId,
                s.NameOrder,
                IsOfficer = s.Grants.Any(grant => grant.Role == Officer && grant.From <= today && (grant.To == null || grant.To >= today)),
                Open = open.Count(task => task.OfficerId == s.Id),
            }).ToListAsync(ct);
        return able.Where(s => !matters.Any(matter => matter.IsWalled(s.Id, s.NameKey, offices.LineOf(s.DepartmentId))))
            .OrderByDescending(s => s.IsOfficer).ThenBy(s => s.Open).ThenBy(s => s.NameOrder).ThenBy(s => s.Id)
            .Select(s => ((Guid, Guid)?)(s.Id, s.DepartmentId)).FirstOrDefault();
    }
}
