namespace Petitions.Services.Receptions;

/// <summary>Somebody who may be named second receiver.</summary>
public sealed record Colleague(Guid Id, string Name);
