namespace Petitions.Domain.Petitions;

/// <summary>What screening found (domain.md 2.3, questions 1, 2 and 9).</summary>
public sealed record Classification
{
    public required string Track { get; init; }

    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    /// <summary>Needed when the category differs from the one filed.</summary>
    public string? CategoryReason { get; init; }

    public string Urgency { get; init; } = "Normal";

    public string Confidentiality { get; init; } = "Normal";

    public bool IsProcuratorateRelated { get; init; }

    public IReadOnlyList<string> Conditions { get; init; } = [];
}
