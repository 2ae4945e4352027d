using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// Who may not hear a matter because it complains of him. The answer is the same as for a name nobody bears, so that
/// nothing is told about the matter (architecture.md section 4).
/// </summary>
public sealed class BookingWall(PetitionsDbContext db, OfficeCatalog offices)
{
    /// <summary>The officer of the office who bears the name, unless the tied matter complains of him.</summary>
    /// <exception cref="RuleBrokenException">appointment.officer</exception>
    public async Task<Guid> NamedAsync(string? name, Guid officeId, Guid? petitionId, CancellationToken ct)
    {
        var key = PersonName.Key(name);
        var found = key.Length == 0 ? [] : await db.Staff.AsNoTracking().Where(staff => staff.OfficeId == officeId && staff.Active && staff.NameKey == key).Select(staff => staff.Id).Take(2).ToListAsync(ct);
        Rule.Require(found.Count == 1, "appointment.officer");
        await RequireOpenAsync(found[0], officeId, petitionId, ct);
        return found[0];
    }

    /// <exception cref="RuleBrokenException">appointment.officer when he is not of the office, has left, or is complained of.</exception>
    public async Task RequireOpenAsync(Guid staffId, Guid officeId, Guid? petitionId, CancellationToken ct)
    {
        var staff = await db.Staff.AsNoTracking().Where(each => each.Id == staffId && each.OfficeId == officeId && each.Active)
            .Select(each => new { each.NameKey, each.DepartmentId }).SingleOrDefaultAsync(ct);
        Rule.Require(staff is not null, "appointment.officer");
        if (petitionId is { } petition)
        {
            var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Respondents).Where(p => p.Id == petition).SingleOrNotFoundAsync(ct);
            Rule.Require(!matter.IsWalled(staffId, staff!.NameKey, offices.LineOf(staff.DepartmentId)), "appointment.officer");
        }
    }

    /// <summary>Leaders with published days in the office whom the matter complains of.</summary>
    public async Task<IReadOnlyList<Guid>> LeadersAsync(Guid petitionId, Guid officeId, CancellationToken ct)
    {
        var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Respondents).Where(p => p.Id == petitionId).SingleOrDefaultAsync(ct);
        if (matter is null)
        {
            return [];
        }

        var leaders = await db.Staff.AsNoTracking().Where(staff => db.ReceptionSessions.Any(session => session.OfficeId == officeId && session.LeaderId == staff.Id))
            .Select(staff => new { staff.Id, staff.NameKey, staff.DepartmentId }).ToListAsync(ct);
        return [.. leaders.Where(leader => matter.IsWalled(leader.Id, leader.NameKey, offices.LineOf(leader.DepartmentId))).Select(leader => leader.Id)];
    }
}
