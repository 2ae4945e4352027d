using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.FirstHandlers;

/// <summary>Who may hold a matter: an active case officer of the department before whom no wall stands.</summary>
public sealed class HandlerCheck(PetitionsDbContext db, OfficeCatalog offices, TimeProvider clock)
{
    public const string Role = "CaseOfficer";

    /// <exception cref="RuleBrokenException">handler.not-of-department, handler.not-case-officer, handler.walled, handler.reviewed.</exception>
    public async Task<Staff> RequireAsync(Petition petition, Guid staffId, Guid departmentId, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var staff = await db.Staff.AsNoTracking().AsSplitQuery().Include(s => s.Grants).Include(s => s.Absences)
            .SingleOrDefaultAsync(s => s.Id == staffId, ct);
        Rule.Require(staff is { Active: true } && staff.DepartmentId == departmentId, "handler.not-of-department");
        Rule.Require(staff!.Grants.Any(grant => grant.Role == Role && grant.From <= today && (grant.To is null || grant.To >= today)), "handler.not-case-officer");
        Rule.Require(!petition.IsWalled(staff.Id, staff.NameKey, offices.LineOf(staff.DepartmentId)), "handler.walled");

        // Nobody reviews what he handled himself, or decided on as a reply (domain.md 3.5).
        Rule.Require(!await db.PetitionLinks.AnyAsync(link => link.PetitionId == petition.Id && link.Kind == PetitionLinkKind.ReviewOf && link.EndedAt == null
            && (db.Assignments.Any(a => a.PetitionId == link.TargetId && a.StaffId == staffId && (a.Kind == AssignmentKind.CurrentHandler || a.Kind == AssignmentKind.Substitute))
                || db.Replies.Any(reply => reply.PetitionId == link.TargetId && reply.Rounds.Any(round => round.DecidedBy == staffId))), ct), "handler.reviewed");
        return staff;
    }
}
