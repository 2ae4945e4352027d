using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;

namespace Petitions.Services.FirstHandlers;

/// <summary>Leaders of the person's office and the lead cases he may know of. No ranking: the order is that of names.</summary>
public sealed class LeaderQueries(PetitionsDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<LeaderSheet> SheetAsync(string? after, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var roles = LeaderCaseService.Leaders;
        var led = db.Petitions.VisibleTo(actor).Where(p => p.Assignments.Any(a => a.Kind == AssignmentKind.LeaderInCharge && a.To == null));
        var office = actor.OfficeId;
        var leaders = await db.Staff.AsNoTracking()
            .Where(s => s.Active && s.Grants.Any(g => roles.Contains(g.Role) && g.OfficeId == office && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(s => s.NameOrder).ThenBy(s => s.Id)
            .Select(s => new LeaderLine(s.Id, s.Name, led.Count(p => p.Assignments.Any(a => a.Kind == AssignmentKind.LeaderInCharge && a.To == null && a.StaffId == s.Id))))
            .ToListAsync(ct);
        var rest = led;
        if (after is not null)
        {
            var from = await led.Where(p => p.Number == after).Select(p => new { p.ReceivedAt, p.Id }).SingleOrNotFoundAsync(ct);
            rest = led.Where(p => p.ReceivedAt > from.ReceivedAt || (p.ReceivedAt == from.ReceivedAt && p.Id.CompareTo(from.Id) > 0));
        }

        var cases = await rest.OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id).Take(PageSize + 1)
            .Select(p => new LeadCaseLine(p.Id, p.Number, p.Title, p.ReceivedAt,
                p.Assignments.Where(a => a.Kind == AssignmentKind.LeaderInCharge && a.To == null).Select(a => db.Staff.Where(s => s.Id == a.StaffId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault(),
                p.Assignments.Where(a => a.Kind == AssignmentKind.LeaderInCharge && a.To == null).Select(a => a.Reason).FirstOrDefault(),
                db.PetitionClocks.Where(c => c.PetitionId == p.Id && c.RuleId == "LEADER_CASE_3M" && c.State == ClockState.Running).Select(c => (DateOnly?)c.DueOn).FirstOrDefault()))
            .AsNoTracking().ToListAsync(ct);
        return new LeaderSheet(leaders, [.. cases.Take(PageSize)], cases.Count > PageSize ? cases[PageSize - 1].Number : null);
    }
}
