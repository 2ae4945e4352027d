using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Clocks;

/// <summary>
/// Extending a clock (延期, T22-34 and the rule's own article): before the limit ends, at most what the rule allows, by the
/// role it names; the petitioner is told in the same save. Never silently.
/// </summary>
public sealed class ExtensionDecisions(
    PetitionsDbContext db, ScreeningAccess access, DecisionDesk desk, ScreeningPapers papers, ClockCatalog clocks, TimeProvider clock) : IDecision
{
    public DecisionKind Kind => DecisionKind.Extension;

    public string Ability => Abilities.ApproveExtensions;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => ChinaTime.DateOf(Now);

    public async Task<Guid> ProposeAsync(ProposeExtensionRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.RequestExtensions);
        var running = await LoadAsync(petition, request.ClockId, ct);
        var rule = clocks.Rule(running.RuleId, running.RuleVersion);
        running.RequireExtendable(SpanOf(rule, request.Amount), rule, Today);
        return await desk.ProposeAsync(
            petition,
            new DecisionDraft
            {
                Kind = Kind,
                Reason = request.Reason,
                ClockId = running.Id,
                Amount = request.Amount,
                ApproverRole = rule.ExtensionApproverRole!,
            },
            actor, ct, new ExtensionRequested(petition.Id, running.Id, running.RuleId, request.Amount, rule.ExtensionUnit.ToString()!, request.Reason));
    }

    public async Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        var running = await LoadAsync(petition, proposal.ClockId!.Value, ct);
        var rule = clocks.Rule(running.RuleId, running.RuleVersion);
        var old = running.DueOn;
        var extension = running.Extend(
            new ExtensionGrant(SpanOf(rule, proposal.Amount!.Value), proposal.Reason, proposal.DecidedBy!.Value, proposal.ApproverRole, Today), rule, Today, clocks.Calendar, Now);
        var approved = new ExtensionApproved(petition.Id, running.Id, running.RuleId, old, running.DueOn);
        if (!rule.NoticeToPetitionerOnExtension)
        {
            return [approved];
        }

        var fields = new Dictionary<string, string>
        {
            ["rule"] = rule.NameZh,
            ["oldDue"] = ScreeningPapers.Day(old),
            ["newDue"] = ScreeningPapers.Day(running.DueOn),
            ["reason"] = proposal.Reason,
        };
        var told = await papers.TellAsync(petition, "ExtensionNotice", fields, actor, id => new ExtensionNoticeSent(petition.Id, running.Id, id), ct);
        running.RecordExtensionNotice(extension.Id, Today);
        return [approved, .. told];
    }

    public async Task<IReadOnlyList<Fact>> ReturnAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        var running = await LoadAsync(petition, proposal.ClockId!.Value, ct);
        return [new ExtensionRefused(petition.Id, running.Id, running.RuleId, proposal.DecisionReason!)];
    }

    private static ClockSpan SpanOf(ClockRule rule, int amount) => new(amount, rule.ExtensionUnit ?? rule.Unit);

    private Task<PetitionClock> LoadAsync(Petition petition, Guid clockId, CancellationToken ct) =>
        db.PetitionClocks.Where(c => c.Id == clockId && c.PetitionId == petition.Id).SingleOrNotFoundAsync(ct);
}
