namespace Petitions.Domain.Petitions;

/// <summary>Where a matter (信访事项) stands. Names equal the codes of <c>petition_states.csv</c>.</summary>
public enum PetitionState
{
    Registered,
    Screening,
    AwaitingMaterials,
    Accepted,
    InHandling,
    OpinionDrafted,
    Approved,
    Replied,
    Closed,
    Archived,
    NotAccepted,
    Transferred,
    AnsweredOnTheSpot,
    Merged,
    Withdrawn,
}
