using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Services.Clocks;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// The limits of an officer's review (rules of procedure Accountability): started and met by the review's own facts, in the
/// save that records them.
/// </summary>
public sealed class ReviewClocks(PetitionsDbContext db, ClockCatalog catalog, TimeProvider clock)
{
    private const string Procedure = "Accountability";

    public async Task ReactAsync(AccountabilityReview review, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var own = facts.Where(fact => fact is IOfficerFact).ToList();
        if (own.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        var running = await db.ReviewClocks.Where(c => c.ReviewId == review.Id && c.State == ReviewClockState.Running).ToListAsync(ct);
        foreach (var fact in own)
        {
            var officer = ((IOfficerFact)fact).OfficerId;
            var on = fact.CountsFrom ?? today;
            foreach (var open in running.Where(c => c.OfficerId == officer && c.State == ReviewClockState.Running && catalog.Rule(c.RuleId, c.RuleVersion).StopEvents.Contains(fact.Kind)))
            {
                open.Meet(on);
            }

            // Whoever is cleared has nothing to contest.
            var cleared = review.Officers.Any(o => o.Id == officer && o.IsCleared);
            foreach (var rule in Rules(on).Where(rule => rule.StartEvent == fact.Kind && !(cleared && rule.OnOverdue.Contains("CloseWindow"))))
            {
                var due = new DeadlineCalculator(catalog.Calendar).Compute(on, new ClockSpan(rule.Amount, rule.Unit), rule.Roll).Due;
                var started = ReviewClock.Start(review.Id, officer, rule, on, due, now);
                running.Add(started);
                db.ReviewClocks.Add(started);
            }
        }
    }

    /// <summary>The last day of the officer's open window for what a fact would be; null when none is open.</summary>
    public async Task<DateOnly?> WindowAsync(Guid officerId, string factKind, CancellationToken ct)
    {
        var open = await db.ReviewClocks.AsNoTracking().Where(c => c.OfficerId == officerId && c.State == ReviewClockState.Running).ToListAsync(ct);
        return open.Where(c => catalog.Rule(c.RuleId, c.RuleVersion).StopEvents.Contains(factKind)).Select(c => (DateOnly?)c.DueOn).Max();
    }

    /// <summary>The officer's running limit that may be extended, with its rule.</summary>
    /// <exception cref="NotFoundException">When none runs.</exception>
    public async Task<(ReviewClock Clock, ClockRule Rule)> ExtendableAsync(Guid reviewId, Guid officerId, CancellationToken ct)
    {
        var open = await db.ReviewClocks.Where(c => c.ReviewId == reviewId && c.OfficerId == officerId && c.State == ReviewClockState.Running).OrderBy(c => c.StartOn).ThenBy(c => c.Id).ToListAsync(ct);
        var found = open.Find(c => RuleOf(c).ExtensionTimes > 0) ?? throw new NotFoundException();
        return (found, RuleOf(found));
    }

    /// <summary>Whether more time may still be asked for.</summary>
    public bool IsExtendable(ReviewClock each) => each is { State: ReviewClockState.Running, ExtensionGranted: not true } && RuleOf(each).ExtensionTimes > 0;

    public WorkingCalendar Calendar => catalog.Calendar;

    private ClockRule RuleOf(ReviewClock each) => catalog.Rule(each.RuleId, each.RuleVersion);

    /// <summary>Whether an officer's window still stands open: then nothing is final.</summary>
    public Task<bool> AnyOpenAsync(Guid reviewId, CancellationToken ct) =>
        db.ReviewClocks.AnyAsync(c => c.ReviewId == reviewId && c.State == ReviewClockState.Running, ct);

    private IEnumerable<ClockRule> Rules(DateOnly on) => catalog.Rules.Where(rule => rule.Procedure == Procedure && rule.Enabled && rule.IsValidOn(on)
        && !catalog.Rules.Any(newer => newer.RuleId == rule.RuleId && newer.Version > rule.Version && newer.IsValidOn(on)));
}
