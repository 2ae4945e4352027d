using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Clocks;

/// <summary>Pausing a clock (期限中止): for a reason of its rule only, asked by the handler, confirmed by another; resumed by either.</summary>
public sealed class PauseDecisions(
    PetitionsDbContext db, ScreeningAccess access, DecisionDesk desk, ClockCatalog clocks, ReferenceCatalog reference, PetitionRecorder recorder, TimeProvider clock) : IDecision
{
    public DecisionKind Kind => DecisionKind.Pause;

    public string Ability => Abilities.ConfirmPauses;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => ChinaTime.DateOf(Now);

    public async Task<Guid> ProposeAsync(ProposePauseRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.PauseClocks);
        var running = await LoadAsync(petition, request.ClockId, ct);
        running.RequirePausable(request.ReasonCode, request.From ?? Today, clocks.Rule(running.RuleId, running.RuleVersion), Today);
        return await desk.ProposeAsync(petition, new DecisionDraft
        {
            Kind = Kind,
            Reason = request.Reason,
            Ground = request.ReasonCode,
            ClockId = running.Id,
            From = request.From ?? Today,
            ApproverRole = reference.Text("PauseReason", request.ReasonCode, "confirmer")!,
        }, actor, ct);
    }

    public async Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        var running = await LoadAsync(petition, proposal.ClockId!.Value, ct);
        var pause = running.Pause(
            new PauseRequest(proposal.From!.Value, proposal.Ground!, proposal.ProposedBy, proposal.DecidedBy!.Value), clocks.Rule(running.RuleId, running.RuleVersion), Today, Now);
        return [new ClockPaused(petition.Id, running.Id, running.RuleId, pause.ReasonCode, pause.From)];
    }

    /// <summary>The reason has gone: the clock counts again from the day given, today if none is.</summary>
    public async Task ResumeAsync(string number, Guid clockId, DateOnly? on, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.PauseClocks, Abilities.ConfirmPauses);
        var paused = await LoadAsync(petition, clockId, ct);
        var day = on ?? Today;
        paused.Resume(day, Today, clocks.Calendar);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [new ClockResumed(petition.Id, paused.Id, paused.RuleId, day, paused.DueOn)], ct);
    }

    private Task<PetitionClock> LoadAsync(Petition petition, Guid clockId, CancellationToken ct) =>
        db.PetitionClocks.Where(c => c.Id == clockId && c.PetitionId == petition.Id).SingleOrNotFoundAsync(ct);
}
