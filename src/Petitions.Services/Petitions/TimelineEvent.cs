namespace Petitions.Services.Petitions;

/// <summary>One line of a timeline, both labels at hand; the text is what may be shown beside it, the detail what the event itself names.</summary>
public sealed record TimelineEvent(int Seq, DateTime At, string Kind, string Zh, string En, string? Text, bool Internal, Guid? ActorId, TimelineDetail? Detail = null);
