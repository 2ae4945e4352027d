using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.Commitments;

/// <summary>
/// The judgment at 24:00 (journey J16 step 2): whether the log holds what the office promised. A broken promise is recorded, the
/// petitioner gets an apology and it counts, all in the save of the clock watch. Nothing is ever asked about the petitioner.
/// </summary>
public sealed class PromiseJudge(PetitionsDbContext db, FactLog log, ClockKeeper clocks, NoticeOutbox outbox, TimeProvider clock)
{
    private static readonly PetitionState[] Ended =
    [
        PetitionState.NotAccepted, PetitionState.Transferred, PetitionState.AnsweredOnTheSpot, PetitionState.Merged, PetitionState.Withdrawn,
        PetitionState.Closed, PetitionState.Archived,
    ];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The day of one promise is over.</summary>
    /// <param name="petition">The matter.</param>
    /// <param name="running">The promise's clock, tracked.</param>
    /// <param name="today">The legal day after it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task JudgeAsync(Petition petition, PetitionClock running, DateOnly today, CancellationToken ct)
    {
        if (await FindAsync(running, ct) is not { } commitment)
        {
            return;
        }

        var facts = await JudgeAsync(petition, commitment, commitment.OfficePromises.Where(promise => promise.Id == running.TopicId), today, ct);
        if (Ended.Contains(petition.State) && !commitment.AwaitsJudgment(today))
        {
            facts.AddRange(commitment.Lapse(CommitmentEnd.MatterEnded, today, Now));
        }

        await RecordAsync(petition, facts, ct);
    }

    /// <summary>The signed end date is over: what is left is judged, then the commitment lapses alone, without a warning and without an effect.</summary>
    public async Task ExpireAsync(Petition petition, PetitionClock running, DateOnly today, CancellationToken ct)
    {
        if (await FindAsync(running, ct) is not { } commitment)
        {
            return;
        }

        var facts = await JudgeAsync(petition, commitment, commitment.OfficePromises.Where(promise => promise.IsOpen), today, ct);
        facts.AddRange(commitment.Lapse(CommitmentEnd.EndDate, running.DueOn, Now));
        await RecordAsync(petition, facts, ct);
    }

    /// <summary>By the topic of the clock: one promise, or the commitment itself.</summary>
    private Task<Commitment?> FindAsync(PetitionClock running, CancellationToken ct) => running.RuleId switch
    {
        Commitment.PromiseRule => db.Commitments.SingleOrDefaultAsync(c => c.Promises.Any(promise => promise.Id == running.TopicId), ct),
        Commitment.PeriodRule => db.Commitments.SingleOrDefaultAsync(c => c.Id == running.TopicId, ct),
        _ => Task.FromResult<Commitment?>(null),
    };

    private async Task<List<Fact>> JudgeAsync(Petition petition, Commitment commitment, IEnumerable<CommitmentPromise> promises, DateOnly today, CancellationToken ct)
    {
        var judged = promises.ToList();
        var kinds = judged.SelectMany(promise => PromiseKinds.KeptBy(promise.Kind)).Distinct().ToList();
        // Since the offer: what was done between it and the signature was promised and done.
        var since = commitment.OfferedAt;

        // When it was written down counts, not the day somebody names in it afterwards.
        var deeds = await db.Facts.AsNoTracking()
            .Where(f => f.Subject == FactSubject.Petition && f.SubjectId == petition.Id && kinds.Contains(f.Kind) && f.At >= since)
            .OrderBy(f => f.Seq).Select(f => new { f.Kind, f.At }).ToListAsync(ct);
        List<KeepingFact> known = [.. deeds.Select(deed => new KeepingFact(deed.Kind, ChinaTime.DateOf(deed.At)))];
        List<Fact> facts = [.. judged.SelectMany(promise => commitment.Judge(promise.Id, known, today, Now))];
        foreach (var broken in facts.OfType<CommitmentPromiseBroken>().ToList())
        {
            outbox.TellPetitioner(petition, $"apology.{broken.Promise}", $"apology/{broken.PromiseId:N}", new Dictionary<string, string>
            {
                ["due"] = broken.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            });
            if (await db.PetitionClocks.SingleOrDefaultAsync(c => c.PetitionId == petition.Id && c.TopicId == broken.PromiseId && c.State == ClockState.Running, ct)
                is { OverdueRecordedOn: null } late)
            {
                late.MarkOverdue(late.DueOn.AddDays(1));
                facts.Add(new ClockOverdue(petition.Id, late.Id, late.RuleId, late.DueOn));
            }
        }

        return facts;
    }

    private async Task RecordAsync(Petition petition, List<Fact> facts, CancellationToken ct)
    {
        log.Record(Actor.System, facts);
        log.Record(Actor.System, await clocks.ReactAsync(petition, facts, ct));
    }
}
