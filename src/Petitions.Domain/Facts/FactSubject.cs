namespace Petitions.Domain.Facts;

/// <summary>What a chain of facts is about (list FactSubject).</summary>
public enum FactSubject
{
    Petition,
    Reception,
    Appointment,
    JointVisit,
    Commitment,
    AccountabilityReview,
    Aid,
    SupervisorReview,
    Openness,
    Staff,
    Office,
    Setting,
}
