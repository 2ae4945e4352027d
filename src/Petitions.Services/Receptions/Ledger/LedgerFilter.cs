namespace Petitions.Services.Receptions.Ledger;

/// <summary>What of the register of visits is read: an office, a period, and what narrows it. Stands in an address and in an export.</summary>
public sealed record LedgerFilter
{
    public Guid? Office { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public Guid? Point { get; init; }

    /// <summary>List ReceptionForm.</summary>
    public string? Form { get; init; }
}
