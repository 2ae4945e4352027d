using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

public sealed record ScreeningLine(string Number, string Title, string Category, PetitionState State, DateTime ReceivedAt, DateOnly? DueOn);
