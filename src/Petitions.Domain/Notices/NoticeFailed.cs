using Petitions.Domain.Facts;

namespace Petitions.Domain.Notices;

/// <summary>Notice failed (通知失败): the channel refused it to the end, or the post brought it back.</summary>
public sealed record NoticeFailed(Guid PetitionId, Guid NoticeId, string Channel, string Template, int Attempts) : Fact(PetitionId);
