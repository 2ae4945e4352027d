using Petitions.Domain.Files;

namespace Petitions.Services.Files.Copies;

/// <summary>The copy that is handed out, and how it came about.</summary>
public sealed record FileCopy(byte[] Content, CopyState State);
