using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Offices;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>What a person did with his own account stands in his chain, without any secret.</summary>
public sealed class AccountFacts(PetitionsDbContext db, FactLog log)
{
    /// <summary>Adds the fact to the unit of work; the caller's save of the account saves both.</summary>
    public async Task RecordAsync(StaffAccount account, string change, CancellationToken ct)
    {
        var staff = await db.Staff.AsNoTracking().Where(s => s.Id == account.StaffId).Select(s => new { s.Id, s.OfficeId, s.DepartmentId }).SingleAsync(ct);
        var actor = new Actor { Kind = ActorKind.Staff, StaffId = staff.Id, OfficeId = staff.OfficeId, DepartmentId = staff.DepartmentId };
        log.Record(actor, new StaffChanged(staff.Id, change, staff.OfficeId, staff.DepartmentId));
    }
}
