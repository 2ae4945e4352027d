namespace Petitions.Services.Receptions;

/// <summary>A call in the log of whoever took it.</summary>
/// <param name="Phone">The number to call again, masked; kept encrypted.</param>
public sealed record CallLine(string Number, DateTime CalledAt, DateTime EnteredAt, string? Phone, bool Named, bool ReadBack);
