namespace Petitions.Services.Files.Attachments;

/// <summary>A file on its way out.</summary>
/// <param name="Content">Proven while it is read.</param>
/// <param name="Name">As typed, cleaned.</param>
/// <param name="Type">Of our own table.</param>
public sealed record OpenedFile(Stream Content, string Name, string Type);
