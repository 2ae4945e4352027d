namespace Petitions.Services.Letters;

/// <summary>A hand-over of a bag as its page shows it.</summary>
public sealed record BatchHandOver(string By, string To, string Reason, DateTime At);
