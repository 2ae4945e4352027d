namespace Petitions.Domain.Facts;

/// <summary>An erasable text read for checking; null text means erased by law, unreadable means it does not decrypt.</summary>
public sealed record ClearValue(string Name, byte[] Salt, string? Text, bool Unreadable = false);
