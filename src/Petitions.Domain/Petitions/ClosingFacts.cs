using System.Text.Json.Serialization;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>Outcome proposed by the office (提出处理结局); counts only when the petitioner confirms.</summary>
public sealed record OutcomeProposed(Guid PetitionId, string Outcome, [property: Erasable] string? Evidence) : Fact(PetitionId);

/// <summary>Outcome confirmed by the petitioner (确认处理结局).</summary>
public sealed record OutcomeConfirmed(Guid PetitionId, string Outcome) : Fact(PetitionId);

/// <summary>Petitioner took the confirmation back (收回确认).</summary>
public sealed record OutcomeTakenBack(Guid PetitionId) : Fact(PetitionId);

/// <summary>Rating invited (邀请评价).</summary>
public sealed record RatingInvited(Guid PetitionId, Guid ReplyId) : Fact(PetitionId);

/// <summary>The rating window closed without an answer (未评价); never counted as satisfied.</summary>
public sealed record RatingLapsed(Guid PetitionId) : Fact(PetitionId);

/// <summary>
/// Reply or reception rated by the petitioner alone (评价), each aspect once. Of a reception in the chain of the visit: in that of
/// a matter it would end the window in which the reply is rated.
/// </summary>
public sealed record ReplyRated(
    Guid? PetitionId, Guid? ReplyId, string Attitude, string Timeliness, string Result, string FirstHandler, [property: Erasable] string? Comment, Guid? ReceptionId = null)
    : Fact(PetitionId ?? ReceptionId!.Value)
{
    [JsonIgnore]
    public override FactSubject Subject => PetitionId is null ? FactSubject.Reception : FactSubject.Petition;
}

/// <summary>Closed (结案).</summary>
public sealed record PetitionClosed(Guid PetitionId, string Outcome) : Fact(PetitionId);

/// <summary>Archived (归档).</summary>
public sealed record PetitionArchived(Guid PetitionId, string RetentionClass) : Fact(PetitionId);

/// <summary>Follow-up visit done (完成回访); ends the clock of the follow-up card.</summary>
public sealed record FollowUpDone(Guid PetitionId, string Way) : Fact(PetitionId);
