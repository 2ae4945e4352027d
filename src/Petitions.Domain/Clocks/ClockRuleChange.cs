namespace Petitions.Domain.Clocks;

/// <summary>What the next version of a clock rule says.</summary>
public sealed record ClockRuleChange(int Amount, IReadOnlyList<int> WarnDays, bool Enabled, DateOnly ValidFrom, string LegalBasis);
