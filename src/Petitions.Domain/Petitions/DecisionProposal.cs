using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <summary>A proposal that waits for a second person. Decided once; a returned one stays with its reason.</summary>
public sealed class DecisionProposal
{
    public const int ReasonMax = Assignment.ReasonMax * 4;
    public const int OrganMax = 120;
    public const int ExtractMax = 5_000;

    private DecisionProposal()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public DecisionKind Kind { get; private set; }

    public DecisionState State { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>List Role: who may decide.</summary>
    public string ApproverRole { get; private set; } = "";

    public string? Ground { get; private set; }

    public Guid? ClockId { get; private set; }

    public DateOnly? From { get; private set; }

    public int? Amount { get; private set; }

    public string? Remedy { get; private set; }

    public string? OrganKind { get; private set; }

    public string? OrganName { get; private set; }

    public string? Extract { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    public int Version { get; private set; }

    public static DecisionProposal Propose(Guid petitionId, DecisionDraft draft, Guid proposedBy, DateTime now)
    {
        var leaves = draft.Kind is DecisionKind.Transfer or DecisionKind.Escalation;
        return new DecisionProposal
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petitionId,
            Kind = draft.Kind,
            State = DecisionState.Waiting,
            Reason = Rule.RequireText(draft.Reason, ReasonMax, "petition.reason"),
            ApproverRole = draft.ApproverRole,
            Ground = draft.Ground,
            ClockId = draft.ClockId,
            From = draft.From,
            Amount = draft.Amount,
            Remedy = draft.Remedy,
            OrganKind = draft.OrganKind,
            OrganName = leaves ? Rule.RequireText(draft.OrganName, OrganMax, "transfer.organ-name") : null,
            Extract = leaves ? Rule.RequireText(draft.Extract, ExtractMax, "transfer.extract") : null,
            ProposedBy = proposedBy,
            ProposedAt = now,
            Version = 1,
        };
    }

    public void Approve(Guid decidedBy, DateTime now) => Decide(DecisionState.Approved, decidedBy, null, now);

    public void Return(Guid decidedBy, string reason, DateTime now) =>
        Decide(DecisionState.Returned, decidedBy, Rule.RequireText(reason, ReasonMax, "petition.reason"), now);

    private void Decide(DecisionState state, Guid decidedBy, string? reason, DateTime now)
    {
        Rule.Require(State == DecisionState.Waiting, "proposal.already-decided");
        Rule.Require(decidedBy != ProposedBy, "petition.second-person");
        State = state;
        DecidedBy = decidedBy;
        DecidedAt = now;
        DecisionReason = reason;
        Version++;
    }
}
