namespace Petitions.Services.Petitions;

/// <summary>A matter its petitioner opened.</summary>
public sealed record OpenedPetition(Guid PetitionId, string Number);
