using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Commitments;

/// <summary>
/// A two-way commitment (双向承诺) on one matter (domain.md row 8): the office's dated promises, judged by the log itself, and
/// the petitioner's, judged by a person or by nobody. Voluntary: nothing else of the portal reads whether there is one.
/// </summary>
public sealed class Commitment
{
    /// <summary>Clock rules of one promise of the office and of the whole period.</summary>
    public const string PromiseRule = "COMMITMENT_PROMISE_3WD";
    public const string PeriodRule = "COMMITMENT_MAX_3M";

    private readonly List<CommitmentPromise> promises = [];

    private Commitment()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public CommitmentState State { get; private set; }

    /// <summary>Last day; from the next day on nothing of it holds.</summary>
    public DateOnly EndOn { get; private set; }

    public DateTime OfferedAt { get; private set; }

    /// <summary>Who offered it; null for the standing offer of the petition form.</summary>
    public Guid? OfferedBy { get; private set; }

    /// <summary>Signed or declined.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public CommitmentWay? Way { get; private set; }

    /// <summary>Who took the answer down; null when the petitioner gave it alone.</summary>
    public Guid? TakenBy { get; private set; }

    public Guid? DocumentId { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public CommitmentEnd? EndCause { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CommitmentPromise> Promises => promises;

    public IEnumerable<CommitmentPromise> OfficePromises => promises.Where(promise => promise.Side == PromiseSide.Office);

    public IEnumerable<CommitmentPromise> PetitionerPromises => promises.Where(promise => promise.Side == PromiseSide.Petitioner);

    /// <summary>Whether it was ever signed (quota COMMITMENT_RESIGN).</summary>
    public bool WasSigned => State is CommitmentState.Signed or CommitmentState.Fulfilled || (State == CommitmentState.Lapsed && DocumentId is not null);

    /// <summary>Whether a day of the office has passed, so that signing would promise what can no longer be kept.</summary>
    public bool IsOfferOver(DateOnly today) => State == CommitmentState.Offered && OfficePromises.Any(promise => promise.DueOn < today);

    /// <param name="petitionId">The matter.</param>
    /// <param name="offer">Both columns.</param>
    /// <param name="months">The longest period (quota COMMITMENT_MAX_MONTHS).</param>
    /// <param name="by">Who offers; null for the standing offer.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">commitment.office-none, commitment.petitioner-none, commitment.end, commitment.due.</exception>
    public static (Commitment Commitment, CommitmentOffered Fact) Offer(Guid petitionId, CommitmentOffer offer, int months, Guid? by, DateTime now)
    {
        var today = ChinaTime.DateOf(now);
        Rule.Require(IsChoiceOf(PromiseKinds.Office, [.. offer.Office.Select(promise => promise.Kind)]), "commitment.office-none");
        Rule.Require(IsChoiceOf(PromiseKinds.Petitioner, offer.Petitioner), "commitment.petitioner-none");
        Rule.Require(offer.EndOn > today && offer.EndOn <= today.AddMonths(months), "commitment.end");
        Rule.Require(offer.Office.All(promise => promise.DueOn >= today && promise.DueOn <= offer.EndOn), "commitment.due");
        var commitment = new Commitment
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petitionId,
            State = CommitmentState.Offered,
            EndOn = offer.EndOn,
            OfferedAt = now,
            OfferedBy = by,
            Version = 1,
        };
        commitment.promises.AddRange(offer.Office.OrderBy(promise => promise.Kind)
            .Select(promise => CommitmentPromise.Of(commitment.Id, PromiseSide.Office, promise.Kind, promise.DueOn, now)));
        commitment.promises.AddRange(offer.Petitioner.Order().Select(kind => CommitmentPromise.Of(commitment.Id, PromiseSide.Petitioner, kind, null, now)));
        return (commitment, new CommitmentOffered(commitment.Id, petitionId, offer.EndOn));
    }

    /// <exception cref="RuleBrokenException">commitment.answered, commitment.offer-over.</exception>
    public void RequireSignable(DateOnly today)
    {
        Rule.Require(State == CommitmentState.Offered, "commitment.answered");
        Rule.Require(!IsOfferOver(today), "commitment.offer-over");
    }

    /// <summary>Both sides are bound from now on; the clocks of the office begin.</summary>
    /// <exception cref="RuleBrokenException">commitment.answered, commitment.offer-over.</exception>
    public IReadOnlyList<Fact> Sign(CommitmentWay way, Guid documentId, Guid? takenBy, DateTime now)
    {
        RequireSignable(ChinaTime.DateOf(now));
        Answer(CommitmentState.Signed, way, takenBy, now);
        DocumentId = documentId;
        return
        [
            new CommitmentSigned(Id, PetitionId, EndOn, way, documentId),
            .. OfficePromises.Select(promise => new CommitmentPromiseMade(Id, PetitionId, promise.Id, promise.Kind, promise.DueOn!.Value)),
        ];
    }

    /// <summary>The petitioner would rather not; nothing changes for the matter.</summary>
    /// <exception cref="RuleBrokenException">commitment.answered.</exception>
    public CommitmentDeclined Decline(CommitmentWay way, Guid? takenBy, DateTime now)
    {
        Rule.Require(State == CommitmentState.Offered, "commitment.answered");
        Answer(CommitmentState.Declined, way, takenBy, now);
        return new CommitmentDeclined(Id, PetitionId);
    }

    /// <summary>A fact just recorded keeps what it keeps: in time, or late where the promise was broken already. What is past and not judged yet is left to the judgment.</summary>
    public IReadOnlyList<Fact> React(string factKind, DateOnly today, DateTime now)
    {
        if (State != CommitmentState.Signed)
        {
            return [];
        }

        var facts = new List<Fact>();
        foreach (var promise in OfficePromises.Where(promise => PromiseKinds.KeptBy(promise.Kind).Contains(factKind)))
        {
            if (promise.IsOpen && today <= promise.DueOn)
            {
                facts.Add(Keep(promise, today, now));
            }
            else if (promise is { Broken: not null, DoneLate: null })
            {
                facts.Add(DoLate(promise, today, now));
            }
        }

        return [.. facts, .. Fulfil(today, now)];
    }

    /// <summary>The judgment at 24:00: kept when the log holds the deed by the due day, broken when it does not.</summary>
    /// <param name="promiseId">One promise of the office.</param>
    /// <param name="log">Facts of the matter since the offer that could keep it, oldest first.</param>
    /// <param name="today">Legal day of the judgment.</param>
    /// <param name="now">Moment.</param>
    public IReadOnlyList<Fact> Judge(Guid promiseId, IReadOnlyList<KeepingFact> log, DateOnly today, DateTime now)
    {
        var promise = OfficePromises.SingleOrDefault(each => each.Id == promiseId);
        if (State != CommitmentState.Signed || promise is not { IsOpen: true, DueOn: { } due })
        {
            return [];
        }

        var deeds = log.Where(fact => PromiseKinds.KeptBy(promise.Kind).Contains(fact.Kind)).Select(fact => fact.On).ToList();
        if (deeds.Exists(on => on <= due))
        {
            return [Keep(promise, deeds.Min(), now), .. Fulfil(today, now)];
        }

        if (today <= due)
        {
            return [];
        }

        promise.Add(PromiseResult.Of(promise.Id, PromiseOutcome.Broken, due, now));
        Version++;
        List<Fact> facts = [new CommitmentPromiseBroken(Id, PetitionId, promise.Id, promise.Kind, due)];
        if (deeds.Count > 0)
        {
            facts.Add(DoLate(promise, deeds.Min(), now));
        }

        return facts;
    }

    /// <summary>Whether a promise of the office is past its day and not judged yet.</summary>
    public bool AwaitsJudgment(DateOnly today) => State == CommitmentState.Signed && OfficePromises.Any(promise => promise.IsOpen && promise.DueOn < today);

    /// <summary>
    /// A person says that the petitioner kept a promise. That one was not kept is said by nobody and stands nowhere: what
    /// nobody judged simply ends (domain.md row 8, "no penalty"; 3.6, never the person).
    /// </summary>
    /// <exception cref="RuleBrokenException">commitment.not-signed, commitment.judged, commitment.note.</exception>
    public CommitmentPromiseKept KeptByPetitioner(Guid promiseId, Guid by, string? note, DateTime now)
    {
        var promise = PetitionerPromises.SingleOrDefault(each => each.Id == promiseId);
        Rule.Require(WasSigned && promise is not null, "commitment.not-signed");
        Rule.Require(promise!.IsOpen, "commitment.judged");
        var words = string.IsNullOrWhiteSpace(note) ? null : Rule.RequireText(note, PromiseResult.NoteMax, "commitment.note");
        var today = ChinaTime.DateOf(now);
        promise.Add(PromiseResult.Of(promise.Id, PromiseOutcome.Kept, today, now, by, words));
        Version++;
        return new CommitmentPromiseKept(Id, PetitionId, promise.Id, PromiseSide.Petitioner, promise.Kind, today, Late: false, words);
    }

    /// <summary>Ends alone. What is not due yet is owed no longer; no sentence is passed on either side.</summary>
    public IReadOnlyList<Fact> Lapse(CommitmentEnd cause, DateOnly on, DateTime now)
    {
        if (State is not (CommitmentState.Offered or CommitmentState.Signed))
        {
            return [];
        }

        return [Finish(CommitmentState.Lapsed, cause, on, now)];
    }

    private static bool IsChoiceOf(IReadOnlyList<PromiseKind> side, IReadOnlyList<PromiseKind> chosen) =>
        chosen.Count > 0 && chosen.Distinct().Count() == chosen.Count && chosen.All(side.Contains);

    private void Answer(CommitmentState state, CommitmentWay way, Guid? takenBy, DateTime now)
    {
        (State, Way, TakenBy, AnsweredAt) = (state, way, takenBy, now);
        Version++;
    }

    private CommitmentPromiseKept Keep(CommitmentPromise promise, DateOnly on, DateTime now)
    {
        promise.Add(PromiseResult.Of(promise.Id, PromiseOutcome.Kept, on, now));
        Version++;
        return new CommitmentPromiseKept(Id, PetitionId, promise.Id, PromiseSide.Office, promise.Kind, on, Late: false, null);
    }

    private CommitmentPromiseKept DoLate(CommitmentPromise promise, DateOnly on, DateTime now)
    {
        promise.Add(PromiseResult.Of(promise.Id, PromiseOutcome.DoneLate, on, now));
        Version++;
        return new CommitmentPromiseKept(Id, PetitionId, promise.Id, PromiseSide.Office, promise.Kind, on, Late: true, null);
    }

    private IReadOnlyList<Fact> Fulfil(DateOnly on, DateTime now) => OfficePromises.All(promise => promise.Kept is not null)
        ? [Finish(CommitmentState.Fulfilled, CommitmentEnd.Fulfilled, on, now)]
        : [];

    private CommitmentLapsed Finish(CommitmentState state, CommitmentEnd cause, DateOnly on, DateTime now)
    {
        (State, EndCause, EndedAt) = (state, cause, now);
        Version++;
        return new CommitmentLapsed(Id, PetitionId, cause, on);
    }
}
