using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>
/// A visit (来访) from arrival to outcome, with its ticket, its party, its receivers and the matters it belongs to. Every
/// verb looks its move up in <see cref="ReceptionMoves"/>, raises <see cref="Version"/>, leaves a step and returns the
/// fact to record. A person is in at most one open conversation of a counter: the database holds that (security.md C10).
/// </summary>
public sealed class Reception
{
    public const int NoteMax = 1_000;
    public const int TopicMax = 200;
    public const int CodeMax = 40;
    public const int GroupMax = 999;
    public const int TokenLength = 16;

    /// <summary>Stands where a member of staff would, when the visitor took the ticket himself.</summary>
    public static readonly Guid BySelf = Guid.Empty;

    private readonly List<ReceptionVisitor> visitors = [];
    private readonly List<ReceptionMatter> matters = [];
    private readonly List<ReceptionStep> steps = [];

    private Reception()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Random key of the form: the same form sent twice makes one visit (security.md A5).</summary>
    public Guid SubmissionKey { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    public DateOnly Day { get; private set; }

    public string Prefix { get; private set; } = "";

    public int TicketNumber { get; private set; }

    /// <summary>List ReceptionForm.</summary>
    public string Form { get; private set; } = "";

    public ReceptionState State { get; private set; }

    public int GroupSize { get; private set; }

    public IdentityCheck IdentityCheck { get; private set; }

    /// <summary>Needs the visitor stated, codes joined by a bar.</summary>
    public string Needs { get; private set; } = "";

    /// <summary>List PriorityReason; null for none. The reason is the priority: there is none without one.</summary>
    public string? Priority { get; private set; }

    /// <summary>What it is about, in a few words.</summary>
    public string? Topic { get; private set; }

    public bool CallByName { get; private set; }

    public Guid RegisteredBy { get; private set; }

    /// <summary>Who called and hears; null while nobody does.</summary>
    public Guid? ReceiverId { get; private set; }

    /// <summary>Reports and surrender are heard by two (RP14-14).</summary>
    public Guid? SecondReceiverId { get; private set; }

    public int? Counter { get; private set; }

    /// <summary>Counter a colleague sent the visitor on to.</summary>
    public int? TargetCounter { get; private set; }

    /// <summary>What the colleague wants the next one to know.</summary>
    public string? SentNote { get; private set; }

    public int Calls { get; private set; }

    public int QueueRank { get; private set; }

    /// <summary>Place in the queue: arrival, or behind the others after a missed call.</summary>
    public DateTime QueueAt { get; private set; }

    public DateTime ArrivedAt { get; private set; }

    /// <summary>The booked time; null for who came unannounced.</summary>
    public DateTime? BookedAt { get; private set; }

    /// <summary>Whom a lawyer or agent speaks for (代理的当事人); null for who speaks for himself.</summary>
    public string? ActsFor => visitors.Select(visitor => visitor.ActsFor).FirstOrDefault(name => name is not null);

    /// <summary>How that person agreed to the agent's looking into a running matter.</summary>
    public PrincipalConsent? Consent { get; private set; }

    public DateTime? CalledAt { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>
    /// Seconds in the queue up to the last step; with the next three what <see cref="VisitTimes"/> reads off the steps. Kept
    /// because a year's percentiles cannot read every step of it; added in the line that adds the step, so never another truth.
    /// </summary>
    public int Waited { get; private set; }

    /// <summary>Seconds between the call and the counter.</summary>
    public int Walked { get; private set; }

    /// <summary>Seconds being heard.</summary>
    public int Talked { get; private set; }

    /// <summary>Seconds set aside, or not there when called.</summary>
    public int SetAside { get; private set; }

    /// <summary>The second up to which these four count.</summary>
    public DateTime CountedTo { get; private set; }

    /// <summary>What counts from then on; null once it is over.</summary>
    public VisitPeriodKind? Doing { get; private set; }

    public ReceptionOutcome? Outcome { get; private set; }

    public string? OutcomeNote { get; private set; }

    public byte[] PlaceToken { get; private set; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<ReceptionVisitor> Visitors => visitors;

    public IReadOnlyList<ReceptionMatter> Matters => matters;

    public IReadOnlyList<ReceptionStep> Steps => steps;

    public Ticket Ticket => new(Prefix, TicketNumber);

    public QueuePlace Place => new(QueueRank, QueueAt);

    /// <summary>Somebody has come and gets a ticket; nobody is turned away (domain.md row 25).</summary>
    public static (Reception Reception, VisitorArrived Fact) Arrive(NewReception arrived, DateTime now)
    {
        now = CanonicalJson.ToMicroseconds(now);
        var came = arrived.ArrivedAt is { } earlier ? CanonicalJson.ToMicroseconds(earlier) : now;
        Rule.Require(came <= now && Clocks.ChinaTime.DateOf(came) == arrived.Day, "reception.arrived-at");
        Rule.Require(arrived.BookedAt is null || Clocks.ChinaTime.DateOf(arrived.BookedAt.Value) == arrived.Day, "reception.booked-day");
        Rule.Require(arrived.PaperSlip is null || arrived.ArrivedAt is not null, "reception.paper-slip-time");
        var late = came == now ? null : Rule.RequireText(arrived.LateReason, NoteMax, "reception.late-reason");
        Rule.Require(arrived.SubmissionKey != Guid.Empty, "reception.submission-key");
        Rule.Require(arrived.GroupSize is >= 1 and <= GroupMax, "reception.group-size");
        var reception = new Reception
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            SubmissionKey = arrived.SubmissionKey,
            OfficeId = arrived.OfficeId,
            ServicePointId = arrived.ServicePointId,
            Day = arrived.Day,
            Prefix = arrived.Ticket.Prefix,
            TicketNumber = arrived.Ticket.Number,
            Form = arrived.Form,
            State = ReceptionState.Waiting,
            GroupSize = arrived.GroupSize,
            IdentityCheck = arrived.IdentityCheck,
            Needs = string.Join('|', arrived.Needs),
            Priority = arrived.Priority,
            Topic = string.IsNullOrWhiteSpace(arrived.Topic) ? null : Rule.RequireText(arrived.Topic, TopicMax, "reception.topic"),
            CallByName = arrived.CallByName,
            RegisteredBy = arrived.RegisteredBy,
            SecondReceiverId = arrived.SecondReceiverId,
            QueueRank = arrived.BookedAt is not null ? QueuePlace.Booked : arrived.Priority is null ? QueuePlace.Arrival : QueuePlace.Priority,
            QueueAt = arrived.BookedAt is { } booked ? CanonicalJson.ToMicroseconds(booked) : came,
            ArrivedAt = came,
            BookedAt = arrived.BookedAt,
            Consent = arrived.Consent,
            PlaceToken = arrived.PlaceToken,
            Version = 1,
        };
        reception.visitors.AddRange(arrived.Visitors.Select((visitor, place) => ReceptionVisitor.Create(reception.Id, visitor, place, now)));
        if (!string.IsNullOrWhiteSpace(arrived.ActsFor))
        {
            reception.visitors[0].SpeakFor(arrived.ActsFor);
        }

        reception.Step(ReceptionStepKind.Arrived, arrived.RegisteredBy, null, came);
        return (reception, new VisitorArrived(reception.Id, reception.OfficeId, reception.ServicePointId, reception.Ticket.ToString(), reception.Form,
            reception.GroupSize, reception.IdentityCheck, reception.Needs, reception.Priority, late is null ? null : came, late, arrived.PaperSlip, arrived.Consent));
    }

    /// <summary>Called to a counter. The save decides between two who call at once.</summary>
    public TicketCalled Call(Guid staffId, int counter, DateTime now)
    {
        Move("Call");
        (ReceiverId, Counter, TargetCounter, Calls) = (staffId, counter, null, 1);
        CalledAt ??= now;
        Step(ReceptionStepKind.Called, staffId, counter, now);
        return new TicketCalled(Id, Ticket.ToString(), counter, staffId, Calls);
    }

    /// <exception cref="RuleBrokenException">reception.calls-spent after <paramref name="most"/> calls.</exception>
    public TicketCalled CallAgain(int most, DateTime now)
    {
        Move("CallAgain");
        Rule.Require(Calls < most, "reception.calls-spent");
        Calls++;
        Step(ReceptionStepKind.CalledAgain, ReceiverId, Counter, now);
        return new TicketCalled(Id, Ticket.ToString(), Counter!.Value, ReceiverId!.Value, Calls);
    }

    /// <summary>Not present after all calls; comes back the same day when he returns.</summary>
    /// <exception cref="RuleBrokenException">reception.call-first before <paramref name="most"/> calls.</exception>
    public TicketMissed Miss(int most, DateTime now)
    {
        Rule.Require(State != ReceptionState.Called || Calls >= most, "reception.call-first");
        Move("Miss");
        var (staff, counter) = (ReceiverId, Counter);
        (ReceiverId, Counter) = (null, null);
        Step(ReceptionStepKind.Missed, staff, counter, now);
        return new TicketMissed(Id, Ticket.ToString(), Calls);
    }

    /// <summary>Is back after a missed call and waits behind the others the rule names.</summary>
    public void Return(QueuePlace place, Guid staffId, DateTime now)
    {
        Move("Return");
        (QueueRank, QueueAt, Calls) = (place.Rank, place.At, 0);
        Step(ReceptionStepKind.Returned, staffId, null, now);
    }

    public ReceptionStarted Start(DateTime now)
    {
        Move("Start");
        StartedAt ??= now;
        Step(ReceptionStepKind.Started, ReceiverId, Counter, now);
        return new ReceptionStarted(Id, Ticket.ToString(), ReceiverId!.Value, SecondReceiverId, Counter);
    }

    /// <summary>Set aside: the counter is free, the visitor keeps his place.</summary>
    public void Park(DateTime now)
    {
        Move("Park");
        var (staff, counter) = (ReceiverId, Counter);
        (ReceiverId, Counter) = (null, null);
        Step(ReceptionStepKind.Parked, staff, counter, now);
    }

    public void Unpark(Guid staffId, DateTime now)
    {
        Move("Unpark");
        Step(ReceptionStepKind.Unparked, staffId, null, now);
    }

    /// <summary>To another counter, with a note; first in line there.</summary>
    /// <exception cref="RuleBrokenException">reception.note, reception.counter.</exception>
    public void SendOn(int counter, int counters, string? note, DateTime now)
    {
        Rule.Require(counter >= 1 && counter <= counters && counter != Counter, "reception.counter");
        var text = Rule.RequireText(note, NoteMax, "reception.note");
        Move("SendOn");
        var (staff, from) = (ReceiverId, Counter);
        (ReceiverId, Counter, TargetCounter, SentNote) = (null, null, counter, text);
        Step(ReceptionStepKind.SentOn, staff, from, now);
    }

    /// <summary>A second receiver is named, before or during the conversation.</summary>
    public void NameSecondReceiver(Guid staffId)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        Rule.Require(staffId != (ReceiverId ?? RegisteredBy), "reception.second-receiver");
        SecondReceiverId = staffId;
        Version++;
    }

    /// <summary>Ties the visit to a matter. A first report or surrender is refused until two receivers are named (RP14-14, seed feature 16).</summary>
    /// <exception cref="RuleBrokenException">reception.two-receivers, reception.principal-consent.</exception>
    public void Link(Guid petitionId, ReceptionMatterKind kind, int receiversNeeded, DateTime now)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        RequireReceivers(receiversNeeded);
        // An agent looks into a running matter only with the consent of whom he speaks for.
        Rule.Require(kind == ReceptionMatterKind.Filed || ActsFor is null || Consent is not null, "reception.principal-consent");
        if (matters.All(matter => matter.PetitionId != petitionId))
        {
            matters.Add(ReceptionMatter.Create(Id, petitionId, kind, now));
            Version++;
        }
    }

    /// <summary>Whom the agent speaks for, and how that person agreed, told at the counter.</summary>
    /// <exception cref="RuleBrokenException">reception.acts-for, reception.wrong-state.</exception>
    public void SpeakFor(string? principal, PrincipalConsent? consent)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        Rule.Require(consent is null || Enum.IsDefined(consent.Value), "reception.principal-consent");
        visitors.OrderBy(each => each.Id).First().SpeakFor(principal);
        Consent = consent;
        Version++;
    }

    /// <summary>Who took a ticket without a name says at the counter who he is. A name once given is not changed here.</summary>
    /// <exception cref="RuleBrokenException">reception.named, reception.wrong-state.</exception>
    public void NameVisitor(VisitorDetails details, IdentityCheck check)
    {
        Rule.Require(State != ReceptionState.Ended, "reception.wrong-state");
        var visitor = visitors.OrderBy(each => each.Id).First();
        Rule.Require(visitor.Name is null && visitor.Identity is null, "reception.named");
        visitor.Apply(details);
        IdentityCheck = check;
        Version++;
    }

    public void RequireReceivers(int needed) => Rule.Require(needed < 2 || SecondReceiverId is not null, "reception.two-receivers");

    /// <summary>The conversation is over: it ends with an outcome.</summary>
    /// <exception cref="RuleBrokenException">reception.outcome, reception.outcome-note.</exception>
    public ReceptionEnded End(ReceptionOutcome outcome, string? note, DateTime now)
    {
        Rule.Require(Enum.IsDefined(outcome), "reception.outcome");
        Rule.Require(outcome != ReceptionOutcome.PetitionRegistered || matters.Any(matter => matter.Kind == ReceptionMatterKind.Filed), "reception.no-petition");
        Rule.Require(outcome != ReceptionOutcome.AddedToMatter || matters.Count > 0, "reception.no-matter");
        var text = string.IsNullOrWhiteSpace(note) ? null : Rule.RequireText(note, NoteMax, "reception.outcome-note");
        Rule.Require(outcome != ReceptionOutcome.Other || text is not null, "reception.outcome-note");
        Move(outcome == ReceptionOutcome.LeftUnheard && State != ReceptionState.InReception ? "Leave" : "End");
        (Outcome, OutcomeNote, EndedAt) = (outcome, text, now);
        Step(ReceptionStepKind.Ended, ReceiverId, Counter, now);
        return new ReceptionEnded(Id, Ticket.ToString(), outcome, text);
    }

    private void Move(string verb)
    {
        State = ReceptionMoves.Require(State, verb);
        Version++;
    }

    private void Step(ReceptionStepKind kind, Guid? staffId, int? counter, DateTime now)
    {
        Spend(now);
        Doing = VisitTimes.KindAfter(kind);
        steps.Add(ReceptionStep.Take(Id, Version, kind, staffId, counter, now));
    }

    /// <summary>To the second, and never backwards: two nodes' clocks may differ by a blink.</summary>
    private void Spend(DateTime now)
    {
        var at = VisitTimes.Second(now);
        var seconds = Doing is null || at <= CountedTo ? 0 : (int)(at - CountedTo).TotalSeconds;
        switch (Doing)
        {
            case VisitPeriodKind.Waiting:
                Waited += seconds;
                break;
            case VisitPeriodKind.Walking:
                Walked += seconds;
                break;
            case VisitPeriodKind.Talking:
                Talked += seconds;
                break;
            case VisitPeriodKind.Parked:
                SetAside += seconds;
                break;
        }

        CountedTo = at > CountedTo ? at : CountedTo;
    }
}
