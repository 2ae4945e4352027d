using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.HandIns;
using Petitions.Domain.Offices;

namespace Petitions.Services.HandIns;

/// <summary>A liaison person's own receipts: number, day and state in public words, nothing of the matter (domain.md 3.4).</summary>
public sealed class HandInQueries(PetitionsDbContext db)
{
    public const int PageSize = 20;

    public async Task<HandInList> MineAsync(string? after, Actor actor, CancellationToken ct)
    {
        var all = Mine(actor);
        var count = await all.CountAsync(ct);
        if (after is not null)
        {
            var from = await all.Where(row => row.Number == after).Select(row => new { row.EnteredAt, row.PetitionId }).SingleOrNotFoundAsync(ct);
            all = all.Where(row => row.EnteredAt < from.EnteredAt || (row.EnteredAt == from.EnteredAt && row.PetitionId.CompareTo(from.PetitionId) < 0));
        }

        var lines = await all.OrderByDescending(row => row.EnteredAt).ThenByDescending(row => row.PetitionId).Take(PageSize + 1).ToListAsync(ct);
        return new HandInList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Number : null);
    }

    /// <exception cref="NotFoundException">No own receipt of this number.</exception>
    public Task<HandInLine> ReceiptAsync(string number, Actor actor, CancellationToken ct) => Mine(actor).Where(row => row.Number == number).SingleOrNotFoundAsync(ct);

    // A matter that turned out to complain of the helper himself leaves his list like everybody's.
    private IQueryable<HandInLine> Mine(Actor actor)
    {
        var staff = actor.StaffId;
        return db.HandIns.AsNoTracking().Where(row => row.HandedInBy == staff)
            .Join(db.Petitions.VisibleTo(actor), row => row.PetitionId, p => p.Id, (row, p) => new HandInLine
            {
                PetitionId = row.PetitionId,
                Number = p.Number,
                PointId = row.ServicePointId,
                OfficeId = row.OfficeId,
                ReceivedOn = row.ReceivedOn,
                EnteredAt = row.EnteredAt,
                State = p.State,
            });
    }
}
