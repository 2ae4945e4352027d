using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Clocks;

/// <summary>Clock rules, quotas and the working calendar in memory. Read again within a minute of a change.</summary>
public sealed class ClockCatalog(IServiceScopeFactory scopes)
{
    private readonly CachedRead<Snapshot> cache = new(scopes, Read);

    public IReadOnlyList<ClockRule> Rules => cache.Value.Rules;

    public WorkingCalendar Calendar => cache.Value.Calendar;

    /// <summary>The rules, ready to be asked; in custody no due date rolls where the office says so (CPL18-105(4)).</summary>
    public ClockPlan Plan(DateOnly on) => Quota("CUSTODY_NO_ROLL", on).AsBoolean() ? cache.Value.NoRoll : cache.Value.Rolling;

    /// <summary>The rule a clock began under.</summary>
    public ClockRule Rule(string ruleId, int version) => Rules.Single(rule => rule.RuleId == ruleId && rule.Version == version);

    /// <summary>The newest enabled version of a rule valid on a day, or null.</summary>
    public ClockRule? Rule(string ruleId, DateOnly on) =>
        Rules.Where(rule => rule.RuleId == ruleId && rule.Enabled && rule.IsValidOn(on)).MaxBy(rule => rule.Version);

    /// <summary>A number, limit or switch of the office on a day.</summary>
    /// <exception cref="KeyNotFoundException">When no version is valid.</exception>
    public QuotaRule Quota(string ruleId, DateOnly on) =>
        cache.Value.Quotas.Where(quota => quota.RuleId == ruleId && quota.IsValidOn(on)).MaxBy(quota => quota.Version)
        ?? throw new KeyNotFoundException(ruleId);

    /// <summary>The due date a rule gives when it starts on a day; used where a date is told before the clock runs.</summary>
    public Deadline? DueOf(string ruleId, DateOnly start) => Rule(ruleId, start) is { } rule
        ? new DeadlineCalculator(Calendar).Compute(start, new ClockSpan(rule.Amount, rule.Unit), rule.Roll)
        : null;

    public void Forget() => cache.Forget();

    private static Snapshot Read(PetitionsDbContext db) => new(
        db.ClockRules.AsNoTracking().ToList(),
        db.QuotaRules.AsNoTracking().ToList(),
        new WorkingCalendar(db.CalendarDays.AsNoTracking().ToList()));

    private sealed record Snapshot(IReadOnlyList<ClockRule> Rules, IReadOnlyList<QuotaRule> Quotas, WorkingCalendar Calendar)
    {
        public ClockPlan NoRoll { get; } = new(Rules, custodyNoRoll: true);

        public ClockPlan Rolling { get; } = new(Rules, custodyNoRoll: false);
    }
}
