using Petitions.Domain.Facts;

namespace Petitions.Domain.Reference;

/// <summary>Clock rule changed (期限规则变更).</summary>
public sealed record ClockRuleChanged(Guid RowId, string RuleId, int FromVersion, int ToVersion, string Before, string After) : Fact(RowId);

/// <summary>Calendar changed (工作日历变更); running clocks are recomputed.</summary>
public sealed record CalendarChanged(Guid CalendarId, DateOnly Day, string? Before, string? After) : Fact(CalendarId);

/// <summary>Setting changed (设置变更).</summary>
public sealed record SettingChanged(Guid SettingId, string Key, string? Before, string? After) : Fact(SettingId);

/// <summary>Template changed (模板变更): which document, from which version to which, with both texts.</summary>
public sealed record TemplateChanged(
    Guid TemplateId, string DocumentType, string State, string Category, string Track, int FromVersion, int ToVersion, string? Before, string After, DateOnly ValidFrom, string Reason)
    : Fact(TemplateId);
