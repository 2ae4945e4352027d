using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Services.Supervision;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Lists of matters, always under the wall and inside the person's reach.</summary>
public sealed class BoardQueries(PetitionsDbContext db, BoardScope scope)
{
    public const int PageSize = 20;
    public const int CountMax = 1_000;

    public async Task<CaseList> ListAsync(CaseFilter filter, Actor actor, CancellationToken ct)
    {
        var all = filter.Narrow(scope.In(filter.Box, actor).AsNoTracking());
        var count = await all.Take(CountMax + 1).CountAsync(ct);
        var rest = all;
        if (filter.After is not null)
        {
            var from = await all.Where(p => p.Number == filter.After).Select(p => new { p.ReceivedAt, p.NextDueOn, p.Id }).SingleOrNotFoundAsync(ct);
            rest = all.After(filter.Order, filter.Dated, (from.ReceivedAt, from.NextDueOn, from.Id));
        }

        // Which ones stands in the index; the petitions themselves are read only for the rows of the page.
        var page = rest.By(filter.Order, filter.Dated).Take(PageSize + 1).Select(p => p.Id);
        var lines = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => page.Contains(p.Id)).By(filter.Order, filter.Dated)
            .Select(p => new CaseLine(p.Number, p.Title, p.Category, p.State, p.ReceivedAt, p.NextDueOn, p.DepartmentId,
                p.Assignments.Where(a => a.Kind == AssignmentKind.CurrentHandler && a.To == null)
                    .Select(a => db.Staff.Where(s => s.Id == a.StaffId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault()))
            .ToListAsync(ct);
        return new CaseList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Number : null);
    }
}
