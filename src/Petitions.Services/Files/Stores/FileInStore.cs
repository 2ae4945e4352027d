namespace Petitions.Services.Files.Stores;

/// <summary>One file as the store itself knows it.</summary>
/// <param name="Name">Its name, <c>yyyy/MM/…</c>.</param>
/// <param name="At">When it was put there, by the store's own clock.</param>
public sealed record FileInStore(string Name, DateTimeOffset At);
