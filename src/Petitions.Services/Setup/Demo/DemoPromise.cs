using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Commitments;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.Setup;

/// <summary>
/// Journey J16 steps 1 and 2, told on their own days: a commitment signed in person, no contact by its day, broken at 24:00 with
/// the apology. Development only.
/// </summary>
public sealed class DemoPromise(
    PetitionsDbContext db, ClockCatalog clocks, OfficeCatalog offices, ReferenceCatalog reference, ColumnProtector protector, NoticeOutbox outbox, TimeProvider clock)
{
    private const int DaysAgo = 9;

    /// <param name="petitionId">A matter received before that, without a commitment.</param>
    /// <param name="standing">What the office offers to everybody.</param>
    /// <param name="officer">Before whom it was signed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task BreakAsync(Guid petitionId, StandingOffer standing, Actor officer, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var day = today.AddDays(-DaysAgo);
        if (standing.Of(day) is not { } whole || whole.Office.FirstOrDefault(promise => promise.Kind == PromiseKind.FirstContact) is not { } contact || contact.DueOn >= today)
        {
            // Over a long holiday the day of the contact is still to come.
            return;
        }

        var then = new DemoClock(new DateTimeOffset(ChinaTime.StartOfDayUtc(day)).AddHours(10));
        var now = then.GetUtcNow().UtcDateTime;
        var log = new FactLog(db, then);
        var keeper = new ClockKeeper(db, clocks, offices, then);
        var petition = await db.Petitions.VisibleTo(Actor.System).AsSplitQuery().Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).SingleAsync(p => p.Id == petitionId, ct);
        var offer = whole with { Office = [.. whole.Office.Where(promise => promise.Kind is PromiseKind.FirstContact or PromiseKind.WrittenAnswer)] };
        var (commitment, offered) = Commitment.Offer(petition.Id, offer, standing.Months(day), officer.StaffId, now);
        db.Commitments.Add(commitment);
        var papers = new CommitmentPapers(new DocumentIssuer(db, reference, offices, protector, then), outbox);
        List<Fact> facts = [offered, .. await papers.SignAsync(petition, commitment, CommitmentWay.InPerson, officer, now, ct)];
        petition.Touch();
        await new PetitionRecorder(db, log, keeper, new PromiseReaction(db, then)).SaveAsync(petition, officer, facts, ct);

        var night = contact.DueOn.AddDays(1);
        then.Set(new DateTimeOffset(ChinaTime.StartOfDayUtc(night)));
        var promised = commitment.OfficePromises.Single(promise => promise.Kind == PromiseKind.FirstContact).Id;
        if (await db.PetitionClocks.SingleOrDefaultAsync(running => running.PetitionId == petition.Id && running.TopicId == promised, ct) is { } due)
        {
            await new PromiseJudge(db, log, keeper, outbox, then).JudgeAsync(petition, due, night, ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
