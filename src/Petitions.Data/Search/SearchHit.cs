namespace Petitions.Data.Search;

/// <summary>A matter found, with its place in the order.</summary>
public sealed record SearchHit(Guid Id, DateTime ReceivedAt);
