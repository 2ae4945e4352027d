namespace Petitions.Services.Files.Attachments;

/// <summary>What the nightly check found.</summary>
/// <param name="Lost">Rows whose bytes are not in the store.</param>
/// <param name="Removed">Files without a row, older than a day, that were removed.</param>
public sealed record FileCheckReport(int Lost, int Removed);
