using Petitions.Domain.Petitions;

namespace Petitions.Services.Letters;

public sealed record ChiefLetterLine(string Number, string Title, DateOnly ReceivedOn, PetitionState State, DateOnly? DueOn);
