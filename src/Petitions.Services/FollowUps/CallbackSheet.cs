using Petitions.Domain.FollowUps;
using Petitions.Domain.Ratings;

namespace Petitions.Services.FollowUps;

/// <summary>One call-back: what was rated, and what came of the call.</summary>
public sealed record CallbackSheet
{
    public required Guid Id { get; init; }

    /// <summary>The matter whose reply was rated; null for a visit.</summary>
    public Guid? PetitionId { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    /// <summary>The visit that was rated.</summary>
    public RatedVisit? Visit { get; init; }

    public required DateTime OpenedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Officer { get; init; }

    public required RatingGiven Rating { get; init; }

    public DateTime? DoneAt { get; init; }

    public string? DoneBy { get; init; }

    public CallbackOutcome? Outcome { get; init; }

    /// <summary>Number of the review matter, for whoever may know of it.</summary>
    public string? Review { get; init; }

    /// <summary>List ReviewTrigger.</summary>
    public string? Trigger { get; init; }

    /// <summary>Whether this person ever acted on the matter or the visit, and therefore may not make the call.</summary>
    public required bool HasActed { get; init; }
}
