namespace Petitions.Domain.JointVisits;

/// <summary>How far an escalation has come (domain.md row 29); its draft is the proposal a second person decides on.</summary>
public enum EscalationState
{
    Approved,
    Sent,
    Answered,
}
