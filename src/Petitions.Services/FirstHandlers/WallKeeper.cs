using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.FirstHandlers;

/// <summary>
/// After a respondent was named: whoever holds the matter behind the new wall loses it in the same save, to the nearest
/// superior before whom no wall stands. No matter is ever without an owner.
/// </summary>
public sealed class WallKeeper(PetitionsDbContext db, OfficeCatalog offices, TimeProvider clock)
{
    /// <summary>Kept as the reason of the hand-over; pages show its text.</summary>
    public const string Reason = "wall-raised";

    private static readonly string[] OwnOffice = ["DepartmentHead", "PetitionDirector", "DeputyChief", "ChiefProcurator"];
    private static readonly string[] Superior = ["PetitionDirector", "DeputyChief", "ChiefProcurator"];

    public async Task<IReadOnlyList<Fact>> PassOnAsync(Petition petition, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var facts = new List<Fact>();
        if (petition.ActiveAssignment(AssignmentKind.Substitute) is { } substitute && await IsWalledAsync(petition, substitute.StaffId, ct))
        {
            facts.Add(petition.EndSubstitute(now));
        }

        if (petition.ActiveAssignment(AssignmentKind.LeaderInCharge) is { } leader && await IsWalledAsync(petition, leader.StaffId, ct))
        {
            facts.Add(petition.ResolveLead(false, Reason, now));
        }

        if (petition.ActiveAssignment(AssignmentKind.CurrentHandler) is { } holder && await IsWalledAsync(petition, holder.StaffId, ct))
        {
            var next = await NearestAsync(petition, ct);
            Rule.Require(next is not null, "petition.no-unwalled-superior");
            if (petition.ActiveAssignment(AssignmentKind.Substitute)?.StaffId == next!.Id)
            {
                facts.Add(petition.EndSubstitute(now));
            }

            facts.Add(petition.HandOver(next.Id, next.DepartmentId, Reason, actor.StaffId, now));
        }

        return facts;
    }

    private async Task<bool> IsWalledAsync(Petition petition, Guid staffId, CancellationToken ct)
    {
        var staff = await db.Staff.AsNoTracking().SingleAsync(s => s.Id == staffId, ct);
        return IsWalled(petition, staff);
    }

    private bool IsWalled(Petition petition, Staff staff) => petition.IsWalled(staff.Id, staff.NameKey, offices.LineOf(staff.DepartmentId));

    private async Task<Staff?> NearestAsync(Petition petition, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var roles = OwnOffice;
        for (var office = offices.Office(petition.OfficeId); office is not null; office = offices.Office(office.ParentId), roles = Superior)
        {
            foreach (var role in roles)
            {
                var department = role == "DepartmentHead" ? petition.DepartmentId : null;
                var holders = await db.Staff.AsNoTracking()
                    .Where(s => s.Active && s.Grants.Any(g => g.Role == role && g.OfficeId == office.Id && g.From <= today && (g.To == null || g.To >= today)
                        && (role != "DepartmentHead" || g.DepartmentId == department)))
                    .OrderBy(s => s.Id).ToListAsync(ct);
                if (holders.FirstOrDefault(holder => !IsWalled(petition, holder)) is { } free)
                {
                    return free;
                }
            }
        }

        return null;
    }
}
