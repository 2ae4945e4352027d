using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.People;

namespace Petitions.Services.Receptions;

/// <summary>The calls a person took (电话受理; seed feature 14), the newest first.</summary>
public sealed class CallLogQueries(PetitionsDbContext db, ColumnProtector protector)
{
    public const int PageSize = 20;

    public async Task<CallList> MineAsync(string? after, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        var calls = db.IntakeEntries.AsNoTracking().Where(entry => entry.Channel == "Telephone")
            .Join(db.Petitions.VisibleTo(actor).Where(p => p.RegisteredBy == staff), entry => entry.PetitionId, p => p.Id, (entry, p) => new { Entry = entry, Matter = p });
        if (after is not null)
        {
            var from = await calls.Where(call => call.Matter.Number == after).Select(call => new { call.Entry.EnteredAt, call.Matter.Id }).SingleOrNotFoundAsync(ct);
            calls = calls.Where(call => call.Entry.EnteredAt < from.EnteredAt || (call.Entry.EnteredAt == from.EnteredAt && call.Matter.Id.CompareTo(from.Id) < 0));
        }

        var rows = await calls.OrderByDescending(call => call.Entry.EnteredAt).ThenByDescending(call => call.Matter.Id).Take(PageSize + 1)
            .Select(call => new
            {
                call.Matter.Number,
                CalledAt = call.Entry.CalledAt!.Value,
                call.Entry.EnteredAt,
                call.Entry.ReadBack,
                call.Matter.IdentityMode,
                Identity = db.Parties.Where(party => party.PetitionId == call.Matter.Id && party.Relation == "Petitioner").Select(party => party.Identity).FirstOrDefault(),
            }).ToListAsync(ct);
        return new CallList(
            [.. rows.Take(PageSize).Select(row => new CallLine(row.Number, row.CalledAt, row.EnteredAt,
                row.Identity is { } stored ? Masked.Phone(protector.UnprotectBlock(stored).Phone) : null, row.IdentityMode != "Anonymous", row.ReadBack))],
            rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }
}
