namespace Petitions.Services.Files.Checks;

/// <summary>One member as the directory of an archive names it.</summary>
internal sealed record ZipMember(string Name, long Packed, long Unpacked, long Offset);
