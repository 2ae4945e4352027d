using System.Text.Json.Serialization;
using Petitions.Domain.Facts;

namespace Petitions.Domain.FollowUps;

/// <summary>Call-back task opened (建立回电任务) after a low rating, for an officer with no fact on the matter, or on the visit that was rated.</summary>
public sealed record CallbackOpened(Guid? PetitionId, Guid TaskId, Guid? ReplyId, Guid? OfficerId, Guid? ReceptionId = null) : Fact(PetitionId ?? ReceptionId!.Value)
{
    public override int KindVersion => 2;

    [JsonIgnore]
    public override FactSubject Subject => PetitionId is null ? FactSubject.Reception : FactSubject.Petition;
}

/// <summary>
/// Call-back made (完成回电). <paramref name="Trigger"/> (list ReviewTrigger) proposes an accountability review; the inspection
/// department opens or refuses it.
/// </summary>
public sealed record CallbackDone(
    Guid? PetitionId, Guid TaskId, [property: Erasable] string Note, CallbackOutcome Outcome, Guid? ReviewId, string? Trigger, Guid? ReceptionId = null)
    : Fact(PetitionId ?? ReceptionId!.Value)
{
    public override int KindVersion => 2;

    [JsonIgnore]
    public override FactSubject Subject => PetitionId is null ? FactSubject.Reception : FactSubject.Petition;

    /// <summary>Stands in the data beside the code, for whoever looks for proposals.</summary>
    public bool ProposesReview => Trigger is not null;
}
