using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>
/// No reply is owed to a letter that names no way to reach its writer (无法回复; journey J3, L2): proposed by whoever opened
/// it with the attempt noted, confirmed by the director. The matter itself goes its way; the indicators count it as
/// received and show it beside the rate.
/// </summary>
public sealed class NoContactDecisions(DecisionDesk desk) : IDecision
{
    private const string Ground = "NoContact";
    private const string Approver = "PetitionDirector";

    public DecisionKind Kind => DecisionKind.NoContact;

    public string Ability => Abilities.ConfirmClosing;

    /// <summary>Joins the save that registers the letter.</summary>
    public void Draft(Petition petition, string attempt, Actor actor) =>
        desk.Draft(petition, new DecisionDraft { Kind = Kind, Reason = attempt, Ground = Ground, ApproverRole = Approver }, actor);

    public Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Fact>>([new ReplyExempted(petition.Id, proposal.Ground!, proposal.DecidedBy!.Value)]);
}
