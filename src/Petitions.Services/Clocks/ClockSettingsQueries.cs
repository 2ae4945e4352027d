using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Clocks;

/// <summary>Calendar, clock rules and numbers as their administrator sees them. Each list is bounded by the law, not by use.</summary>
public sealed class ClockSettingsQueries(PetitionsDbContext db)
{
    /// <summary>The days of a year that differ from the plain week.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> YearAsync(int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.CalendarDays.AsNoTracking().Where(day => day.Date >= first && day.Date <= last).OrderBy(day => day.Date)
            .Select(day => new CalendarEntry(day.Date, day.Kind, day.NameZh, day.NameEn, day.Provisional, day.Source)).ToListAsync(ct);
    }

    /// <summary>Every version of every rule, or of one, by rule, newest first.</summary>
    public async Task<IReadOnlyList<ClockRuleLine>> RulesAsync(string? only, CancellationToken ct) =>
        [.. (await db.ClockRules.AsNoTracking().Where(rule => only == null || rule.RuleId == only).OrderBy(rule => rule.RuleId).ThenByDescending(rule => rule.Version).ToListAsync(ct)).Select(Line)];

    /// <summary>Every version of every number, or of one, by rule, newest first.</summary>
    public async Task<IReadOnlyList<QuotaLine>> QuotasAsync(string? only, CancellationToken ct) =>
        [.. (await db.QuotaRules.AsNoTracking().Where(rule => only == null || rule.RuleId == only).OrderBy(rule => rule.RuleId).ThenByDescending(rule => rule.Version).ToListAsync(ct))
            .Select(rule => new QuotaLine(rule.Id, rule.RuleId, rule.Version, rule.NameZh, rule.NameEn, rule.ValueType, rule.Value, rule.Unit, rule.Enabled, rule.ValidFrom, rule.ValidTo, rule.LegalBasis))];

    private static ClockRuleLine Line(ClockRule rule) => new(
        rule.Id, rule.RuleId, rule.Version, rule.NameZh, rule.NameEn, rule.Amount, rule.Unit, rule.WarnDays, rule.Enabled, rule.ValidFrom, rule.ValidTo, rule.LegalBasis);
}
