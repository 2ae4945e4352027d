using Microsoft.EntityFrameworkCore;
using Petitions.Data;

namespace Petitions.Services.FirstHandlers;

/// <summary>The department a member of staff belongs to now.</summary>
public sealed class StaffDepartments(PetitionsDbContext db)
{
    /// <exception cref="NotFoundException">When there is no such person.</exception>
    public async Task<Guid> OfAsync(Guid staffId, CancellationToken ct) =>
        await db.Staff.AsNoTracking().Where(s => s.Id == staffId).Select(s => (Guid?)s.DepartmentId).SingleOrDefaultAsync(ct)
        ?? throw new NotFoundException();
}
