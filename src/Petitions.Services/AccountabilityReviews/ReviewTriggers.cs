using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Proposes reviews on the closed list of triggers (seed feature 8): the system reads them from the facts, whoever recorded
/// these; a person may propose one by hand. Events of one case join one proposal, and each proposes once.
/// </summary>
public sealed class ReviewTriggers(
    PetitionsDbContext db, FactLog log, TriggerReader reader, ReferenceCatalog reference, ClockCatalog clocks, ReviewHandingUp handingUp)
{
    private const string List = "ReviewTrigger";

    // Long enough that a job that stood still for a month misses nothing.
    private static readonly TimeSpan Back = TimeSpan.FromDays(40);

    public bool Holds(string? code) => reference.Holds(List, code);

    /// <summary>Looks through what was recorded lately. Returns how many events were taken up.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken ct)
    {
        var since = now - Back;
        var events = await reader.Among(db.Facts.AsNoTracking())
            .Where(fact => fact.At >= since && !db.ReviewTriggers.Any(t => t.FactId == fact.Id))
            .OrderBy(fact => fact.At).ThenBy(fact => fact.Id)
            .Select(fact => new TriggerEvent(fact.Id, fact.Kind, fact.SubjectId, fact.At, fact.Data)).ToListAsync(ct);
        var taken = 0;
        foreach (var happened in events)
        {
            if (await reader.ReadAsync(happened, clocks, ct) is var (code, matterId) && Holds(code))
            {
                taken += await TakeUpAsync(happened, code, matterId, now, ct) ? 1 : 0;
            }
        }

        return taken;
    }

    /// <summary>Proposes, or adds to the review of the case that is running. Told to the inspection officers once for each proposal.</summary>
    public async Task<Guid> ProposeAsync(Guid petitionId, Guid officeId, TriggerSource source, Actor actor, DateTime now, CancellationToken ct)
    {
        var running = (await db.AccountabilityReviews.Include(r => r.Triggers).Where(r => r.PetitionId == petitionId).ToListAsync(ct)).Find(r => r.IsCollecting);
        if (running is not null)
        {
            log.Record(actor, running.Collect(source, now));
            await db.SaveChangesAsync(ct);
            return running.Id;
        }

        var (review, fact) = AccountabilityReview.Propose(petitionId, officeId, source, now);
        db.AccountabilityReviews.Add(review);
        log.Record(actor, fact);
        await handingUp.TakeUpAsync(review, ct);
        await handingUp.TellAsync(review, ct);
        await db.SaveChangesAsync(ct);
        return review.Id;
    }

    private async Task<bool> TakeUpAsync(TriggerEvent happened, string code, Guid matterId, DateTime now, CancellationToken ct)
    {
        var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => p.Id == matterId).Select(p => new { p.Id, p.OfficeId }).SingleOrDefaultAsync(ct);
        if (matter is null)
        {
            return false;
        }

        try
        {
            await ProposeAsync(matter.Id, matter.OfficeId, new TriggerSource { Code = code, FactId = happened.FactId, FactKind = happened.Kind, At = happened.At }, Actor.System, now, ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node took the same event, or the review moved on: the next run sees what is left.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
