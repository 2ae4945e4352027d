using Petitions.Domain.Petitions;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>A matter behind the number of a channel.</summary>
public sealed record ChannelRow(Guid Id, string Number, string Title, DateOnly ReceivedOn, DateTime ReceivedAt, PetitionState State);
