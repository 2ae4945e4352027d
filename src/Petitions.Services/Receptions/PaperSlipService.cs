using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Receptions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Pads of blank numbered slips for the time the network is down, and what became of their numbers (journey J5 step 5).</summary>
public sealed class PaperSlipService(PetitionsDbContext db, TimeProvider clock)
{
    private const int Tries = 5;
    private const int PadsShown = 5;

    /// <summary>A new pad whose numbers run on from the last one of the point.</summary>
    public async Task<Guid> PrintAsync(DeskPlace place, Actor actor, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = await db.PaperSlipPads.Where(pad => pad.ServicePointId == place.ServicePointId).MaxAsync(pad => (int?)pad.Last, ct) ?? 0;
            var made = PaperSlipPad.Print(place.OfficeId, place.ServicePointId, last, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
            db.PaperSlipPads.Add(made);
            try
            {
                await db.SaveChangesAsync(ct);
                return made.Id;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // A colleague printed at the same moment: the next numbers are ours.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The newest pads of a point, each with the slips that were entered and where they stand now.</summary>
    public async Task<IReadOnlyList<PaperSlipPadLine>> ListAsync(DeskPlace place, Actor actor, CancellationToken ct)
    {
        var pads = await db.PaperSlipPads.AsNoTracking().Where(pad => pad.ServicePointId == place.ServicePointId).OrderByDescending(pad => pad.First).Take(PadsShown)
            .Select(pad => new { pad.Id, pad.First, pad.Last, pad.PrintedAt, By = db.Staff.Where(staff => staff.Id == pad.PrintedBy).Select(staff => staff.Name).First() }).ToListAsync(ct);
        if (pads.Count == 0)
        {
            return [];
        }

        var lowest = pads[^1].First;
        var visits = db.Receptions.VisibleTo(db.Petitions.VisibleTo(Actor.System), actor);
        var entered = await (
            from entry in db.ReceptionEntries.AsNoTracking()
            where entry.ServicePointId == place.ServicePointId && entry.PaperSlip >= lowest
            join visit in visits on entry.ReceptionId equals visit.Id
            orderby entry.PaperSlip
            select new { Slip = entry.PaperSlip!.Value, visit.Id, visit.Prefix, visit.TicketNumber, visit.ArrivedAt, entry.EnteredAt }).ToListAsync(ct);
        return [.. pads.Select(pad => new PaperSlipPadLine(pad.Id, pad.First, pad.Last, pad.PrintedAt, pad.By,
            [.. entered.Where(slip => slip.Slip >= pad.First && slip.Slip <= pad.Last)
                .Select(slip => new PaperSlipLine(slip.Slip, slip.Id, new Ticket(slip.Prefix, slip.TicketNumber).ToString(), slip.ArrivedAt, slip.EnteredAt))]))];
    }

    /// <summary>The pad to print.</summary>
    /// <exception cref="NotFoundException">Missing, or of an office where the person receives nobody.</exception>
    public async Task<PaperSlipSheet> PadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var offices = actor.OfficesFor(Abilities.ReceiveVisitors);
        return await db.PaperSlipPads.AsNoTracking().Where(pad => pad.Id == id && offices.Contains(pad.OfficeId))
            .Select(pad => new PaperSlipSheet(pad.ServicePointId, pad.First, pad.Last)).SingleOrNotFoundAsync(ct);
    }
}
