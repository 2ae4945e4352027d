using Petitions.Domain.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>An earlier matter of the visitor, as far as a desk may list it.</summary>
public sealed record KnownMatter(Guid Id, string Number, string Category, PetitionState State, DateTime ReceivedAt);
