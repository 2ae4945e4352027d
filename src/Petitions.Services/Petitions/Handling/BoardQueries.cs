using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Lists of matters and their counts, always under the wall and inside the person's reach.</summary>
public sealed class BoardQueries(PetitionsDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;
    public const int CountMax = 1_000;
    private const int DueSoonDays = 2;

    private static readonly PetitionState[] Ended = [PetitionState.Closed, PetitionState.Archived];
    private static readonly PetitionState[] Unaccepted = [PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials];

    /// <summary>The number beside each box: the same expression as its rows.</summary>
    public async Task<IReadOnlyDictionary<CaseBox, int>> CountsAsync(IEnumerable<CaseBox> boxes, Actor actor, CancellationToken ct)
    {
        var counts = new Dictionary<CaseBox, int>();
        foreach (var box in boxes)
        {
            counts[box] = await In(box, actor).Take(CountMax + 1).CountAsync(ct);
        }

        return counts;
    }

    public async Task<CaseList> ListAsync(CaseFilter filter, Actor actor, CancellationToken ct)
    {
        var all = In(filter.Box, actor)
            .Where(p => (filter.State == null || p.State == filter.State) && (filter.Category == null || p.Category == filter.Category));
        var count = await all.Take(CountMax + 1).CountAsync(ct);
        var rest = all;
        if (filter.After is not null)
        {
            var from = await all.Where(p => p.Number == filter.After).Select(p => new { p.ReceivedAt, p.NextDueOn, p.Id }).SingleOrNotFoundAsync(ct);
            rest = all.After(filter.Order, filter.Dated, (from.ReceivedAt, from.NextDueOn, from.Id));
        }

        var lines = await rest.By(filter.Order, filter.Dated).Take(PageSize + 1)
            .Select(p => new CaseLine(p.Number, p.Title, p.Category, p.State, p.ReceivedAt, p.NextDueOn, p.DepartmentId,
                p.Assignments.Where(a => a.Kind == AssignmentKind.CurrentHandler && a.To == null)
                    .Select(a => db.Staff.Where(s => s.Id == a.StaffId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault()))
            .ToListAsync(ct);
        return new CaseList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Number : null);
    }

    private IQueryable<Petition> In(CaseBox box, Actor actor)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var soon = today.AddDays(DueSoonDays);
        var staff = actor.StaffId;
        var all = db.Petitions.VisibleTo(actor).AsNoTracking();
        return box switch
        {
            CaseBox.Mine => all.Where(p => !Ended.Contains(p.State) && p.Assignments.Any(a => a.StaffId == staff && a.To == null)),
            CaseBox.Open => all.Where(p => !Ended.Contains(p.State)),
            CaseBox.New => all.Where(p => Unaccepted.Contains(p.State)),
            CaseBox.Due => all.Where(p => !Ended.Contains(p.State) && p.NextDueOn >= today && p.NextDueOn <= soon),
            CaseBox.Overdue => all.Where(p => !Ended.Contains(p.State) && p.NextDueOn < today),
            CaseBox.Approval => all.Where(p => p.State == PetitionState.OpinionDrafted && !p.Assignments.Any(a => a.StaffId == staff && a.To == null)),
            _ => all.Where(p => p.State == PetitionState.Closed),
        };
    }
}
