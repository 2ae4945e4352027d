namespace Petitions.Services.Files.Attachments;

/// <summary>What the sender wants done with his files.</summary>
/// <param name="KeepOriginal">The unchanged file is kept sealed, for the handler only.</param>
/// <param name="Shrink">Pictures are made smaller first; then the small one is the original.</param>
public sealed record FileWish(bool KeepOriginal, bool Shrink);
