using Petitions.Domain.Petitions;

namespace Petitions.Domain.JointVisits;

/// <summary>
/// A matter reported to the political-legal committee or a superior office for coordination (上报协调, domain.md row 29; seed
/// feature 28): the least data, one question, a second person's approval; then sending, answer and measures. Never to whom it complains of.
/// </summary>
public sealed class Escalation
{
    public const int AnswerMax = 5_000;
    public const int WayMax = 120;

    private readonly List<EscalationMeasure> measures = [];

    private Escalation()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>The proposal it was approved by; it holds who asked and who approved.</summary>
    public Guid ProposalId { get; private set; }

    public string ReceiverKind { get; private set; } = "";

    public string Receiver { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Question { get; private set; } = "";

    public EscalationState State { get; private set; }

    /// <summary>The numbered report.</summary>
    public Guid DocumentId { get; private set; }

    public DateTime ApprovedAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    public Guid? SentBy { get; private set; }

    /// <summary>How it went: by messenger, by the secret post.</summary>
    public string? SentWay { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnswerRecordedBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EscalationMeasure> Measures => measures;

    public static Escalation Approve(DecisionProposal proposal, Guid documentId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = proposal.PetitionId,
        ProposalId = proposal.Id,
        ReceiverKind = proposal.OrganKind ?? "",
        Receiver = proposal.OrganName ?? "",
        Summary = proposal.Extract ?? "",
        Question = proposal.Reason,
        State = EscalationState.Approved,
        DocumentId = documentId,
        ApprovedAt = now,
        Version = 1,
    };

    /// <exception cref="RuleBrokenException">escalation.wrong-state, escalation.way.</exception>
    public EscalationSent Send(string? way, Guid by, DateTime now)
    {
        Rule.Require(State == EscalationState.Approved, "escalation.wrong-state");
        SentWay = Rule.RequireText(way, WayMax, "escalation.way");
        (State, SentAt, SentBy) = (EscalationState.Sent, now, by);
        Version++;
        return new EscalationSent(PetitionId, Id, ReceiverKind, DocumentId, Receiver);
    }

    /// <summary>The answer with the measures that follow from it.</summary>
    /// <exception cref="RuleBrokenException">escalation.wrong-state, escalation.answer, escalation.answered-on, escalation.measure.</exception>
    public EscalationAnswered Record(string? answer, DateOnly? on, IReadOnlyList<NewEscalationMeasure> agreed, Guid by, DateTime now)
    {
        Rule.Require(State == EscalationState.Sent, "escalation.wrong-state");
        Rule.Require(on >= Clocks.ChinaTime.DateOf(SentAt!.Value) && on <= Clocks.ChinaTime.DateOf(now), "escalation.answered-on");
        Rule.Require(agreed.Count <= EscalationMeasure.Most, "escalation.measure");
        Answer = Rule.RequireText(answer, AnswerMax, "escalation.answer");
        foreach (var each in agreed)
        {
            measures.Add(EscalationMeasure.Of(Id, measures.Count + 1, each, now));
        }

        (State, AnsweredOn, AnswerRecordedBy) = (EscalationState.Answered, on, by);
        Version++;
        return new EscalationAnswered(PetitionId, Id, on!.Value, measures.Count, Answer);
    }

    /// <exception cref="RuleBrokenException">escalation.measure-unknown, escalation.measure-done, escalation.result.</exception>
    public EscalationMeasure Done(Guid measureId, string? result, Guid by, DateTime now)
    {
        var measure = Measure(measureId);
        measure.Done(result, by, now);
        Version++;
        return measure;
    }

    /// <summary>A measure was reminded of; two nodes at once do it once, for the version is a concurrency token.</summary>
    /// <exception cref="RuleBrokenException">escalation.measure-unknown, escalation.measure-done.</exception>
    public void Reminded(Guid measureId, DateOnly on)
    {
        Measure(measureId).Reminded(on);
        Version++;
    }

    private EscalationMeasure Measure(Guid id)
    {
        var measure = measures.Find(each => each.Id == id);
        Rule.Require(measure is not null, "escalation.measure-unknown");
        return measure!;
    }
}
