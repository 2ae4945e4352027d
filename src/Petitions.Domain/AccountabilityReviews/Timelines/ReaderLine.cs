namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>How often one person read and did nothing.</summary>
public sealed record ReaderLine(Guid StaffId, int Reads, DateTime First, DateTime Last);
