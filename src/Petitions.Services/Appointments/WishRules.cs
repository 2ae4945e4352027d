using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Services.Clocks;

namespace Petitions.Services.Appointments;

/// <summary>Which times may be wished: open slots of leaders nobody complains of, or working days ahead.</summary>
public sealed class WishRules(PetitionsDbContext db, ClockCatalog clocks, BookingWall wall, ShutSlots shut, IOptions<BookingOptions> options, TimeProvider clock)
{
    /// <summary>The wished times as they are kept; none where a place is the citizen's at once.</summary>
    /// <exception cref="RuleBrokenException">appointment.wishes, appointment.wish-day, appointment.officer.</exception>
    public async Task<IReadOnlyList<WishedTime>> WishesAsync(BookingWanted wanted, BookingAsked by, CancellationToken ct)
    {
        if (wanted.Form.IsConfirmedAtOnce())
        {
            return [];
        }

        if (!wanted.Form.WishesSlots())
        {
            var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
            var (first, last) = (today.AddDays(1), today.AddDays(options.Value.WishDays));
            Rule.Require(by.Wishes.All(wish => wish.Day >= first && wish.Day <= last && clocks.Calendar.IsWorkingDay(wish.Day)), "appointment.wish-day");
            return by.Wishes;
        }

        return await SlotsAsync(wanted, by, ct);
    }

    private async Task<IReadOnlyList<WishedTime>> SlotsAsync(BookingWanted wanted, BookingAsked by, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var form = wanted.Form.SessionForm();
        var ids = by.Wishes.Select(wish => wish.SlotId ?? Guid.Empty).ToList();
        var slots = await (
            from slot in db.SessionSlots.AsNoTracking()
            join session in db.ReceptionSessions.AsNoTracking() on slot.SessionId equals session.Id
            where ids.Contains(slot.Id) && slot.StartsAt > now && session.State == SessionState.Published && session.Form == form && session.OfficeId == wanted.OfficeId
            select new { slot.Id, session.Day, slot.StartsAt, session.LeaderId }).ToListAsync(ct);
        var closed = await shut.OfAsync(wanted.OfficeId, ct);
        Rule.Require(slots.Count == ids.Count && !ids.Any(closed.Contains), "appointment.wishes");
        foreach (var leader in slots.Select(slot => slot.LeaderId).OfType<Guid>().Distinct())
        {
            await wall.RequireOpenAsync(leader, wanted.OfficeId, by.PetitionId, ct);
        }

        return [.. ids.Select(id => slots.Single(slot => slot.Id == id)).Select(slot => new WishedTime(slot.Day, ChinaTime.LocalOf(slot.StartsAt).Hour < 12 ? DayHalf.Morning : DayHalf.Afternoon, slot.Id))];
    }
}
