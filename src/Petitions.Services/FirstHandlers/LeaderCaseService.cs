using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.FirstHandlers;

/// <summary>Lead cases (领导包案, seed feature 4): a leader of the office answers for one matter, with a plan and a date.</summary>
public sealed class LeaderCaseService(
    PetitionsDbContext db, ScreeningAccess access, OfficeCatalog offices, NoticeOutbox outbox, PetitionRecorder recorder, TimeProvider clock)
{
    /// <summary>Roles with the ability LeadCases.</summary>
    public static readonly IReadOnlyList<string> Leaders = ["DeputyChief", "ChiefProcurator"];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RuleBrokenException">leader.missing, leader.not-a-leader, leader.exists, leader.due, leader.plan.</exception>
    public async Task NameAsync(string number, Guid? staffId, DateOnly? dueOn, string? plan, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.AssignPetitions);
        var today = ChinaTime.DateOf(Now);
        Rule.Require(staffId is not null, "leader.missing");
        var leader = await db.Staff.AsNoTracking().Where(s => s.Id == staffId && s.Active
            && s.Grants.Any(g => Leaders.Contains(g.Role) && g.OfficeId == petition.OfficeId && g.From <= today && (g.To == null || g.To >= today))).SingleOrDefaultAsync(ct);
        Rule.Require(leader is not null && !petition.IsWalled(leader.Id, leader.NameKey, offices.LineOf(leader.DepartmentId)), "leader.not-a-leader");
        var fact = petition.NameLeader(leader!.Id, leader.DepartmentId, dueOn ?? today, plan ?? "", actor.StaffId, Now);
        await outbox.TellStaffAsync(petition, leader.Id, "staff.leader-named", $"leader/{petition.Version}", new Dictionary<string, string>
        {
            ["due"] = fact.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        }, ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <summary>The leader, or whoever assigns, writes down how the lead ended.</summary>
    /// <exception cref="RuleBrokenException">leader.none, leader.result.</exception>
    public async Task ResolveAsync(string number, bool resolved, string? result, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.LeadCases, Abilities.AssignPetitions);
        await recorder.SaveAsync(petition, actor, [petition.ResolveLead(resolved, result ?? "", Now)], ct);
    }
}
