using Petitions.Domain.Facts;

namespace Petitions.Domain.FollowUps;

/// <summary>Call-back task opened (建立回电任务) after a low rating.</summary>
public sealed record CallbackOpened(Guid PetitionId, Guid TaskId, Guid ReplyId) : Fact(PetitionId);

/// <summary>Call-back made (完成回电).</summary>
public sealed record CallbackDone(Guid PetitionId, Guid TaskId, [property: Erasable] string Note) : Fact(PetitionId);
