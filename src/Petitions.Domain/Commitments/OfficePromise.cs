namespace Petitions.Domain.Commitments;

/// <summary>What the office would promise, and its last day.</summary>
public sealed record OfficePromise(PromiseKind Kind, DateOnly DueOn);
