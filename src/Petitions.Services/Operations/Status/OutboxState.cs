using Petitions.Domain.Notices;

namespace Petitions.Services.Operations.Status;

/// <summary>Notices in one state of the outbox, apart for machines and for people who serve them.</summary>
public sealed record OutboxState(NoticeState State, bool ByPerson, int Count, DateTime Oldest);
