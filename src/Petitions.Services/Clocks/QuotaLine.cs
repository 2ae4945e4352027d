namespace Petitions.Services.Clocks;

public sealed record QuotaLine(
    Guid Id, string RuleId, int Version, string NameZh, string NameEn, string ValueType, string Value, string Unit, bool Enabled, DateOnly? ValidFrom, DateOnly? ValidTo, string LegalBasis);
