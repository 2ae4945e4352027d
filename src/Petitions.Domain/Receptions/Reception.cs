namespace Petitions.Domain.Receptions;

/// <summary>
/// A visit (来访) from arrival to outcome, with its ticket, its party, its receivers and the matters it belongs to. Every
/// verb looks its move up in <see cref="ReceptionMoves"/>, raises <see cref="Version"/>, leaves a step and returns the
/// fact to record. A person is in at most one open conversation of a counter: the database holds that (security.md C10).
/// The arrival, the line, what is said at the counter and where the time goes are each a part of their own.
/// </summary>
public sealed partial class Reception
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

    public ReceptionOutcome? Outcome { get; private set; }

    public string? OutcomeNote { get; private set; }

    public byte[] PlaceToken { get; private set; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<ReceptionVisitor> Visitors => visitors;

    public IReadOnlyList<ReceptionMatter> Matters => matters;

    public IReadOnlyList<ReceptionStep> Steps => steps;

    public Ticket Ticket => new(Prefix, TicketNumber);

    public QueuePlace Place => new(QueueRank, QueueAt);

    private void Move(string verb)
    {
        State = ReceptionMoves.Require(State, verb);
        Version++;
    }
}
