namespace Petitions.Services.Files.Attachments;

/// <summary>A file as it was sent: nothing about it is believed.</summary>
/// <param name="Name">As the browser says.</param>
/// <param name="DeclaredType">As the browser says.</param>
/// <param name="Content">All of it; it is small enough by the route's limit.</param>
public sealed record IncomingFile(string? Name, string? DeclaredType, byte[] Content);
