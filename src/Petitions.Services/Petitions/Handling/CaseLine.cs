using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Handling;

/// <summary>A row of a list: never the text.</summary>
public sealed record CaseLine(string Number, string Title, string Category, PetitionState State, DateTime ReceivedAt, DateOnly? DueOn, Guid? DepartmentId, string? Handler);
