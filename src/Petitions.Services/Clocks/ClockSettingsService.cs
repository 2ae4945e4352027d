using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Reference;

namespace Petitions.Services.Clocks;

/// <summary>Changes the working calendar, the clock rules and the numbers of the office; each change is a fact.</summary>
public sealed class ClockSettingsService(PetitionsDbContext db, FactLog log, ClockCatalog catalog, ClockRecount recount, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Says what a day is and counts the running clocks again. Returns how many of them moved.</summary>
    /// <exception cref="RuleBrokenException">calendar.name, reference.source.</exception>
    public async Task<int> SetDayAsync(CalendarEntry entry, Actor actor, CancellationToken ct)
    {
        var day = await db.CalendarDays.SingleOrDefaultAsync(each => each.Date == entry.Day, ct);
        var before = day?.Kind.ToString();
        if (entry.Kind is { } kind)
        {
            var zh = Rule.RequireText(entry.NameZh, 60, "calendar.name");
            var en = Rule.RequireText(entry.NameEn, 60, "calendar.name");
            var source = Rule.RequireText(entry.Source, ReferenceItem.TextMax, "reference.source");
            if (day is null)
            {
                db.CalendarDays.Add(CalendarDay.Create(entry.Day, kind, zh, en, entry.Provisional, source));
            }
            else
            {
                day.Change(kind, zh, en, entry.Provisional, source);
            }
        }
        else if (day is not null)
        {
            db.CalendarDays.Remove(day);
        }

        log.Record(actor, new CalendarChanged(CalendarDay.Subject, entry.Day, before, entry.Kind?.ToString()));
        await db.SaveChangesAsync(ct);
        catalog.Forget();
        // A crash here loses nothing: the daily job counts again.
        return await recount.RunAsync(ct);
    }

    /// <summary>Makes the next version of a clock rule.</summary>
    /// <exception cref="RuleBrokenException">reference.newer-version, and those of <see cref="ClockRule.Revise"/>.</exception>
    public async Task<Guid> ReviseRuleAsync(Guid id, ClockRuleChange change, Actor actor, CancellationToken ct)
    {
        var rule = await db.ClockRules.Where(each => each.Id == id).SingleOrNotFoundAsync(ct);
        Rule.Require(!await db.ClockRules.AnyAsync(each => each.RuleId == rule.RuleId && each.Version > rule.Version, ct), "reference.newer-version");
        var (next, fact) = rule.Revise(change, Now);
        db.ClockRules.Add(next);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        catalog.Forget();
        return next.Id;
    }

    /// <summary>Makes the next version of a number, limit or switch.</summary>
    /// <exception cref="RuleBrokenException">reference.newer-version, and those of <see cref="QuotaRule.Revise"/>.</exception>
    public async Task<Guid> ReviseQuotaAsync(Guid id, string value, DateOnly validFrom, string legalBasis, Actor actor, CancellationToken ct)
    {
        var rule = await db.QuotaRules.Where(each => each.Id == id).SingleOrNotFoundAsync(ct);
        Rule.Require(!await db.QuotaRules.AnyAsync(each => each.RuleId == rule.RuleId && each.Version > rule.Version, ct), "reference.newer-version");
        var (next, fact) = rule.Revise(value, validFrom, legalBasis, Now);
        db.QuotaRules.Add(next);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        catalog.Forget();
        return next.Id;
    }
}
