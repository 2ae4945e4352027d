using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Supervision;

/// <summary>Load by unit inside the person's reach. By unit and not by person: officers are not ranked (domain.md section 6).</summary>
public sealed class UnitLoadQueries(BoardScope scope)
{
    public async Task<IReadOnlyList<UnitLoad>> ListAsync(Actor actor, CancellationToken ct)
    {
        var today = scope.Today;
        return await scope.In(CaseBox.Open, actor).GroupBy(p => p.DepartmentId)
            .Select(unit => new UnitLoad(unit.Key, unit.Count(), unit.Count(p => p.NextDueOn < today))).ToListAsync(ct);
    }
}
