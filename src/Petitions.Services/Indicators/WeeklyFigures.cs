namespace Petitions.Services.Indicators;

/// <summary>What the weekly letter says; serialised as canonical JSON with the names as they were, so that it never changes.</summary>
public sealed record WeeklyFigures
{
    public required DateOnly WeekStart { get; init; }

    public required DateOnly WeekEnd { get; init; }

    public required string OfficeZh { get; init; }

    public required string OfficeEn { get; init; }

    public int Received { get; init; }

    public int Closed { get; init; }

    public required WeeklyRate Procedural7 { get; init; }

    public required WeeklyRate Result3M { get; init; }

    public required IReadOnlyList<WeeklyUnit> OverdueByUnit { get; init; }

    /// <summary>Exempted replies of the week by reason code.</summary>
    public required IReadOnlyDictionary<string, int> Exempted { get; init; }

    /// <summary>Matters led by a leader of the office at the week's end.</summary>
    public int LeadCases { get; init; }

    /// <summary>Letters to the chief (检察长收信) sorted out in the week.</summary>
    public int ChiefLetters { get; init; }

    /// <summary>Emergencies not yet written down as dealt with at the week's end.</summary>
    public int OpenRisks { get; init; }
}
