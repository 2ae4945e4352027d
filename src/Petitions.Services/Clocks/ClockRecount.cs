using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Clocks;

/// <summary>Counts the open clocks again after a change of the calendar. Safe to run twice; what somebody changes meanwhile is taken at the next run.</summary>
public sealed class ClockRecount(PetitionsDbContext db, ClockCatalog catalog, ClockKeeper keeper)
{
    private const int Batch = 200;

    /// <summary>Returns how many clocks got another date or calendar warning.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var changed = 0;
        Guid? after = null;
        while (true)
        {
            db.ChangeTracker.Clear();
            var last = after;
            var clocks = await db.PetitionClocks.Include(c => c.Pauses).Include(c => c.Extensions).AsSplitQuery()
                .Where(c => (c.State == ClockState.Running || c.State == ClockState.Paused) && (last == null || c.Id > last))
                .OrderBy(c => c.Id).Take(Batch).ToListAsync(ct);
            var moved = clocks.Where(c => c.Recompute(catalog.Calendar)).ToList();
            if (moved.Count > 0)
            {
                changed += await SaveAsync(moved, ct);
            }

            if (clocks.Count < Batch)
            {
                return changed;
            }

            after = clocks[^1].Id;
        }
    }

    private async Task<int> SaveAsync(List<PetitionClock> moved, CancellationToken ct)
    {
        var ids = moved.Select(c => c.PetitionId).Distinct().ToList();
        var open = await db.PetitionClocks.Where(c => ids.Contains(c.PetitionId) && (c.State == ClockState.Running || c.State == ClockState.Paused)).ToListAsync(ct);
        foreach (var petition in await db.Petitions.VisibleTo(Actor.System).Where(p => ids.Contains(p.Id)).ToListAsync(ct))
        {
            petition.SetNextDue(open.Where(c => c.PetitionId == petition.Id && keeper.IsOffices(c)).Select(c => (DateOnly?)c.DueOn).Min());
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return moved.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
        }
    }
}
