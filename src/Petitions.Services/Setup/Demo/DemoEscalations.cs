using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.JointVisits;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Decisions;

namespace Petitions.Services.Setup;

/// <summary>
/// Seed feature 28: one matter reported to the political-legal committee, answered, with a measure done and one still open.
/// Development only; safe to run twice.
/// </summary>
public sealed class DemoEscalations(PetitionsDbContext db, EscalationDecisions decisions, DecisionService desk, EscalationService escalations, ActorSource actors, TimeProvider clock)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        var number = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == DemoStories.Promised).Select(p => p.Number).FirstOrDefaultAsync(ct);
        if (number is null || await db.Escalations.AnyAsync(ct)
            || await AsAsync("CaseOfficer", ct) is not { } handler || await AsAsync("DeputyChief", ct) is not { } deputy || await AsAsync("PetitionDirector", ct) is not { } director)
        {
            return;
        }

        var proposal = await decisions.ProposeAsync(new ProposeEscalation(number, EscalationReceivers.Committee, "中共清溪县委政法委员会",
            "信访人反映家属抚恤金多年按旧标准发放，涉及两个单位，各自认为应由对方先行核定。", "请明确由哪个单位牵头核定差额、多长时间内答复。"), handler, ct);
        await desk.DecideAsync(new DecideRequest(proposal, Approve: true), deputy, ct);
        var id = await db.Escalations.Where(each => each.ProposalId == proposal).Select(each => each.Id).SingleAsync(ct);
        await escalations.SendAsync(number, id, "机要交换", director, ct);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        await escalations.AnswerAsync(number, id, "由退役军人事务局牵头核定，一个月内书面答复信访人。", today,
            [new NewEscalationMeasure("把核定方案送两个单位会签", "清溪县退役军人事务局", today.AddDays(10)), new NewEscalationMeasure("书面告知信访人", "控告申诉检察部", today.AddDays(30))], director, ct);
        var first = await db.Escalations.Where(each => each.Id == id).SelectMany(each => each.Measures).Where(measure => measure.Number == 1).Select(measure => measure.Id).SingleAsync(ct);
        await escalations.DoneAsync(number, id, first, "已经送会签。", director, ct);
    }

    private async Task<Actor?> AsAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct) is { } staff ? await actors.OfAsync(staff, ct) : null;
}
