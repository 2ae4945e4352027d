using Petitions.Domain.Facts;

namespace Petitions.Domain.Notices;

/// <summary>Notice handed to the channel (发送通知).</summary>
public sealed record NoticeSent(Guid PetitionId, Guid NoticeId, string Channel, string Template) : Fact(PetitionId);
