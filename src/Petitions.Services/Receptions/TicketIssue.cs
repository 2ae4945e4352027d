using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Lets a visitor into the day of a hall and takes the next number; the database decides between two who take it.</summary>
public sealed class TicketIssue(PetitionsDbContext db)
{
    /// <exception cref="Domain.RuleBrokenException">reception.day-closed</exception>
    public async Task<Ticket> TakeAsync(DeskPlace place, DateOnly day, string prefix, DateTime now, CancellationToken ct)
    {
        var sheet = await db.DaySheets.SingleOrDefaultAsync(each => each.ServicePointId == place.ServicePointId && each.Day == day, ct);
        if (sheet is null)
        {
            sheet = DaySheet.Open(place.OfficeId, place.ServicePointId, day, now);
            db.DaySheets.Add(sheet);
        }

        sheet.Admit();
        var last = await db.Receptions.Where(r => r.ServicePointId == place.ServicePointId && r.Day == day && r.Prefix == prefix).MaxAsync(r => (int?)r.TicketNumber, ct);
        return new Ticket(prefix, (last ?? 0) + 1);
    }
}
