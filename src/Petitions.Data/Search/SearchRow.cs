namespace Petitions.Data.Search;

/// <summary>A matter as it stands in the index.</summary>
/// <param name="Id">The matter.</param>
/// <param name="ReceivedAt">Its place in the order.</param>
/// <param name="Norm">Normal form of all that may be searched.</param>
public sealed record SearchRow(Guid Id, DateTime ReceivedAt, string Norm);
