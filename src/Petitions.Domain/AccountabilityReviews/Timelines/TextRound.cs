namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>A reply as it was submitted once, its parts by name.</summary>
public sealed record TextRound(Guid ReplyId, int Number, Guid By, DateTime At, IReadOnlyDictionary<string, string> Parts);
