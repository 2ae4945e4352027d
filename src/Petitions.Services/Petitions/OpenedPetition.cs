namespace Petitions.Services.Petitions;

/// <summary>A matter its petitioner opened.</summary>
/// <param name="PetitionId">The matter.</param>
/// <param name="Number">Its public number.</param>
/// <param name="Stamp">Tells one code from the next; opens nothing.</param>
/// <param name="ProgressOnly">Opened by a code handed out for progress: never the statement, replies or acts.</param>
public sealed record OpenedPetition(Guid PetitionId, string Number, string Stamp, bool ProgressOnly = false);
