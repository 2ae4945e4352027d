using Petitions.Domain.Clocks;

namespace Petitions.Services.Clocks;

public sealed record ClockRuleLine(
    Guid Id, string RuleId, int Version, string NameZh, string NameEn, int Amount, ClockUnit Unit, IReadOnlyList<int> WarnDays, bool Enabled, DateOnly? ValidFrom, DateOnly? ValidTo, string LegalBasis);
