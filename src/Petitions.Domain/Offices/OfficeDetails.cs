namespace Petitions.Domain.Offices;

/// <summary>What an office is, apart from its place in the tree.</summary>
public sealed record OfficeDetails
{
    public required string AreaCode { get; init; }

    public required string Level { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string ShortZh { get; init; }

    public required string PublicPrefix { get; init; }

    public string? AddressZh { get; init; }

    public string? Phone { get; init; }

    public bool Enabled { get; init; } = true;
}
