namespace Petitions.Domain.Facts;

/// <summary>Daily root published (发布每日校验值).</summary>
public sealed record DailyRootPublished(Guid OfficeId, DateOnly Day, string Root, int Chains) : Fact(OfficeId);

/// <summary>Chain verified (核验留痕) and what was found.</summary>
public sealed record ChainVerified(Guid OfficeId, int Chains, int Facts, int Findings) : Fact(OfficeId);
