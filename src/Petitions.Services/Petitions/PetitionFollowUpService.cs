using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;

namespace Petitions.Services.Petitions;

/// <summary>What a petitioner may do with a matter already filed. The actor carries the one matter he opened.</summary>
public sealed class PetitionFollowUpService(PetitionsDbContext db, PetitionRecorder recorder, NoticeOutbox outbox, TimeProvider clock)
{
    /// <summary>Adds text beside what was filed; the handler is told.</summary>
    /// <exception cref="NotFoundException">When the actor opened no such matter.</exception>
    public async Task SupplyAsync(string text, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(actor, ct);
        var fact = petition.Supply(TextLength.Lines(text), Now);
        await TellHandlerAsync(petition, "petition.supplied", $"supplied/{fact.AdditionId:N}", ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <exception cref="RuleBrokenException">petition.wrong-state once the reply is sent.</exception>
    public async Task WithdrawAsync(string? reason, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(actor, ct);
        var fact = petition.Withdraw(string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Now);
        await TellHandlerAsync(petition, "petition.withdrawn", $"withdrawn/{petition.Version}", ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <exception cref="RuleBrokenException">petition.wrong-state when it is not withdrawn.</exception>
    public async Task TakeBackWithdrawalAsync(Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(actor, ct);
        Fact fact = petition.TakeBackWithdrawal(Now);
        await TellHandlerAsync(petition, "petition.resumed", $"resumed/{petition.Version}", ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<Petition> LoadAsync(Actor actor, CancellationToken ct) => db.Petitions.VisibleTo(actor)
        .Include(p => p.Assignments).Include(p => p.Additions).AsSplitQuery().SingleOrNotFoundAsync(ct);

    private async Task TellHandlerAsync(Petition petition, string template, string key, CancellationToken ct)
    {
        var handler = petition.Assignments.Where(a => a.To is null && a.Kind != AssignmentKind.FollowUpOfficer).MinBy(a => a.Kind)?.StaffId;
        if (handler is { } staff)
        {
            await outbox.TellStaffAsync(petition, staff, template, key, new Dictionary<string, string> { ["number"] = petition.Number }, ct);
        }
    }
}
