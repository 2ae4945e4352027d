namespace Petitions.Services.Facts;

/// <summary>Where daily roots are written as files, one a day. Copied or printed where the database owner has no hand.</summary>
public sealed record DailyRootFolder(string Path);
