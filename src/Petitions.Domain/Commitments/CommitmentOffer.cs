namespace Petitions.Domain.Commitments;

/// <summary>Both columns of a commitment before anybody has signed it.</summary>
public sealed record CommitmentOffer
{
    public required IReadOnlyList<OfficePromise> Office { get; init; }

    public required IReadOnlyList<PromiseKind> Petitioner { get; init; }

    /// <summary>Last day of both columns.</summary>
    public required DateOnly EndOn { get; init; }
}
