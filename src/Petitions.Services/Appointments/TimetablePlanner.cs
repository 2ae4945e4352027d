using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Appointments;

/// <summary>Works out what the making of the timetable would do. Changes nothing.</summary>
public sealed class TimetablePlanner(PetitionsDbContext db, OpeningReader openings, SitterCheck sitters, ISessionBookings bookings, TimeProvider clock)
{
    public async Task<TimetablePreview> ProposeAsync(IReadOnlyList<Guid> offices, int weeks, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (today, last) = (ChinaTime.DateOf(now), ChinaTime.DateOf(now).AddDays(7 * weeks));
        var rules = await db.TimetableRules.AsNoTracking().Where(rule => offices.Contains(rule.OfficeId)).OrderBy(rule => rule.From).ThenBy(rule => rule.Id).ToListAsync(ct);
        var outdated = await OutdatedAsync(rules, now, ct);
        var made = await MadeAsync(rules, today, outdated, ct);
        var opening = await openings.ReadAsync(offices, today, ct);
        var leaders = rules.SelectMany(rule => rule.Leaders).Distinct().ToList();
        var there = await ThereAsync(rules, leaders, today, last, ct);
        var days = new List<TimetableProposal>();
        foreach (var rule in rules)
        {
            foreach (var day in rule.DaysIn(today, last).Where(day => !made.Contains((rule.Id, day))))
            {
                var proposal = Propose(rule, day, opening.Of(rule.ServicePointId), there);
                if (ChinaTime.StartOfDayUtc(proposal.Day ?? day) + rule.From.ToTimeSpan() > now)
                {
                    days.Add(proposal);
                }
            }
        }

        return new TimetablePreview([.. days.OrderBy(each => each.Day ?? each.RuleDay).ThenBy(each => each.Rule.From)], outdated);
    }

    private static TimetableProposal Propose(TimetableRule rule, DateOnly day, OpeningDays opening, Func<Guid, Guid, DateOnly, bool> there)
    {
        var fit = opening.FitOf(day, rule.From, rule.To);
        DateOnly? held = fit == SessionFit.Fits ? day : fit == SessionFit.Holiday && rule.MovesOffHolidays ? opening.NextFitting(day, rule.From, rule.To) : null;
        var turn = rule.TurnOn(day);
        if (held is null || turn.Count == 0)
        {
            return new TimetableProposal(rule, day, held, null, false, fit);
        }

        var sits = turn.Where(leader => there(rule.OfficeId, leader, held.Value)).Select(leader => (Guid?)leader).FirstOrDefault();
        return new TimetableProposal(rule, day, sits is null ? null : held, sits, sits is not null && sits != turn[0], sits is null ? SessionFit.Fits : fit);
    }

    /// <summary>Future sessions of an older version that nobody booked.</summary>
    private async Task<IReadOnlyList<Guid>> OutdatedAsync(List<TimetableRule> rules, DateTime now, CancellationToken ct)
    {
        var ids = rules.Select(rule => (Guid?)rule.Id).ToList();
        var older = await db.ReceptionSessions.AsNoTracking()
            .Where(s => ids.Contains(s.RuleId) && (s.State == SessionState.Planned || s.State == SessionState.Published) && s.StartsAt > now
                && db.TimetableRules.Any(rule => rule.Id == s.RuleId && rule.Version > s.RuleVersion))
            .Select(s => s.Id).ToListAsync(ct);
        if (older.Count == 0)
        {
            return older;
        }

        var booked = (await bookings.OfAsync(older, ct)).Select(booking => booking.SessionId).ToHashSet();
        return [.. older.Where(id => !booked.Contains(id))];
    }

    /// <summary>Days that are made already, also those called off or moved by hand: they do not come back.</summary>
    private async Task<HashSet<(Guid, DateOnly)>> MadeAsync(List<TimetableRule> rules, DateOnly today, IReadOnlyList<Guid> outdated, CancellationToken ct)
    {
        var ids = rules.Select(rule => (Guid?)rule.Id).ToList();
        return [.. (await db.ReceptionSessions.AsNoTracking().Where(s => ids.Contains(s.RuleId) && s.RuleDay >= today && !s.Superseded && !outdated.Contains(s.Id))
            .Select(s => new { s.RuleId, s.RuleDay }).ToListAsync(ct)).Select(s => (s.RuleId!.Value, s.RuleDay!.Value))];
    }

    /// <summary>Whether somebody can sit for an office on a day: still a leader (or of the staff), and not away.</summary>
    private async Task<Func<Guid, Guid, DateOnly, bool>> ThereAsync(List<TimetableRule> rules, List<Guid> leaders, DateOnly today, DateOnly last, CancellationToken ct)
    {
        // A moved day may lie behind the last one.
        var away = await sitters.AwayAsync(leaders, today, last.AddDays(31), ct);
        var able = new HashSet<(Guid, Guid)>();
        foreach (var office in rules.Select(rule => rule.OfficeId).Distinct())
        {
            able.UnionWith((await sitters.AbleAsync(office, leaders: false, leaders, today, ct)).Select(leader => (office, leader)));
            able.UnionWith((await sitters.AbleAsync(office, leaders: true, leaders, today, ct)).Select(leader => (office, leader)));
        }

        return (office, leader, day) => able.Contains((office, leader)) && !away[leader].Any(span => span.From <= day && day <= span.To);
    }
}
