using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Letters;

/// <summary>
/// Gives a bag to a third person of the letter room, so that its letters are not left lying when both openers are away
/// (T22-23: registered in time). Who opened it gives it, or who watches the office's work; nobody takes it for himself,
/// since an unregistered scan may complain of anybody.
/// </summary>
public sealed class LetterHandOverService(PetitionsDbContext db, BatchSheets sheets, ReferenceCatalog reference, FactLog log, NoticeOutbox outbox, TimeProvider clock)
{
    public const string Template = "staff.bag-handed-over";

    /// <summary>Who of the letter room has the bag not yet.</summary>
    /// <exception cref="NotFoundException">Missing, or neither opened nor watched by the person.</exception>
    public async Task<IReadOnlyList<Colleague>> TakersAsync(Guid batchId, Actor actor, CancellationToken ct)
    {
        var bag = await sheets.Known(actor).AsNoTracking().Where(batch => batch.Id == batchId).Select(batch => new { batch.OfficeId, batch.OpenedBy, batch.OpenedWith }).SingleOrNotFoundAsync(ct);
        return await LetterRoom(bag.OfficeId)
            .Where(staff => staff.Id != bag.OpenedBy && staff.Id != bag.OpenedWith && !db.LetterHandOvers.Any(step => step.BatchId == batchId && step.ToId == staff.Id))
            .OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id).Select(staff => new Colleague(staff.Id, staff.Name)).ToListAsync(ct);
    }

    /// <exception cref="NotFoundException">As above.</exception>
    /// <exception cref="RuleBrokenException">batch.taker, batch.taker-has-it, batch.hand-over-reason, batch.closed.</exception>
    public async Task HandOverAsync(Guid batchId, Guid? to, string? reason, Actor actor, CancellationToken ct)
    {
        var batch = await sheets.Known(actor).Include(each => each.HandOvers).Where(each => each.Id == batchId).SingleOrNotFoundAsync(ct);
        Rule.Require(to is not null && await LetterRoom(batch.OfficeId).AnyAsync(staff => staff.Id == to, ct), "batch.taker");
        var fact = batch.HandOver(to!.Value, reason, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.LetterHandOvers.Add(batch.HandOvers[^1]);
        log.Record(actor, fact);
        await outbox.TellOfficeAsync(to.Value, Template, $"bag/{batchId:N}", new Dictionary<string, string>
        {
            ["day"] = batch.ReceivedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }, ct);
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<Staff> LetterRoom(Guid officeId)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.OpenLetters).Select(row => row.Parent).ToList();
        return db.Staff.Where(staff => staff.Active
            && staff.Grants.Any(grant => grant.OfficeId == officeId && roles.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today)));
    }
}
