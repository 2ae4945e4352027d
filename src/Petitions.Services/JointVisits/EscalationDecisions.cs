using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Reporting a matter to the political-legal committee or a superior office (上报协调): one person proposes summary and
/// question, another approves; the numbered report carries the least data and no identity (domain.md row 29, security.md B3).
/// </summary>
public sealed class EscalationDecisions(
    PetitionsDbContext db, ScreeningAccess access, EscalationReceivers receivers, DecisionDesk desk, ScreeningPapers papers, ReferenceCatalog reference, EscalationWords words) : IDecision
{
    private const string Report = "EscalationReport";

    public DecisionKind Kind => DecisionKind.Escalation;

    public string Ability => Abilities.ApproveEscalations;

    /// <exception cref="RuleBrokenException">escalation.receiver, escalation.state, escalation.open, transfer.identity-in-extract, transfer.extract, petition.reason, proposal.waiting.</exception>
    public async Task<Guid> ProposeAsync(ProposeEscalation request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, EscalationQueries.Proposers);
        Rule.Require(petition.State is not (PetitionState.Closed or PetitionState.Archived or PetitionState.Merged or PetitionState.Withdrawn), "escalation.state");
        Rule.Require(!await db.Escalations.AnyAsync(each => each.PetitionId == petition.Id && each.State != EscalationState.Answered, ct), "escalation.open");
        var receiver = receivers.Of(petition).FirstOrDefault(each => each.Key == request.Receiver);
        Rule.Require(receiver is not null, "escalation.receiver");
        var name = receiver!.Kind == EscalationReceivers.Committee ? Rule.RequireText(request.Committee, DecisionProposal.OrganMax, "escalation.committee") : receiver.NameZh;
        Rule.Require(receivers.Allows(petition, receiver.Kind, name), "escalation.receiver");
        words.RequireNoIdentity(petition, request.Summary, request.Question);
        return await desk.ProposeAsync(petition, new DecisionDraft
        {
            Kind = Kind,
            Reason = request.Question,
            OrganKind = receiver.Kind,
            OrganName = name,
            Extract = request.Summary,
            ApproverRole = reference.Text("DocumentType", Report, "approver")!,
        }, actor, ct);
    }

    /// <summary>The wall is asked again: a respondent named since the proposal stops it.</summary>
    public async Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        Rule.Require(receivers.Allows(petition, proposal.OrganKind, proposal.OrganName), "escalation.receiver");
        words.RequireNoIdentity(petition, proposal.Extract!, proposal.Reason);
        var paper = await papers.LetterAsync(petition, Report, new() { ["organ"] = proposal.OrganName!, ["extract"] = proposal.Extract!, ["question"] = proposal.Reason }, actor, ct);
        db.Escalations.Add(Escalation.Approve(proposal, paper.Document.Id, words.Now));
        return [paper.Fact];
    }
}
