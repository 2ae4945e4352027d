namespace Petitions.Services.Receptions.Statistics;

/// <summary>What a page of visit statistics is about, as it stands in its address: an office, a period, and what narrows it.</summary>
public sealed record VisitScope
{
    /// <summary>Longest period; more than two years is another question than this page's.</summary>
    public const int MostDays = 731;

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public Guid? Office { get; init; }

    public Guid? Point { get; init; }

    /// <summary>List ReceptionForm.</summary>
    public string? Form { get; init; }

    /// <summary>Visits this leader heard.</summary>
    public Guid? Leader { get; init; }
}
