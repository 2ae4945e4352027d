namespace Petitions.Services.Receptions;

/// <summary>Where a clerk sits: a service point of his office and a counter of it.</summary>
public sealed record DeskPlace(Guid OfficeId, Guid ServicePointId, string Code, string NameZh, string NameEn, int Counter, int Counters);
