namespace Petitions.Services.Letters;

/// <summary>One step of the telephone tree.</summary>
public sealed record EmergencyContact(string Role, string Name, string? Phone);
