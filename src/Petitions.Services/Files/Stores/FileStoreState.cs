namespace Petitions.Services.Files.Stores;

/// <summary>How the file store is; a store that does not tell its room says nothing of it.</summary>
public sealed record FileStoreState(string Kind, long? FreeBytes, long? TotalBytes);
