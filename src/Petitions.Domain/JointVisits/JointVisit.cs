using Petitions.Domain.Clocks;

namespace Petitions.Domain.JointVisits;

/// <summary>
/// A joint visit (联合接访): a matter too tangled for one department is heard by all of them at one table with the petitioner
/// (domain.md rows 28, 30; seed features 22, 27). This part is its proposal and its end.
/// </summary>
public sealed partial class JointVisit
{
    public const int PurposeMax = 1_000;
    public const int BriefMax = 5_000;
    public const int ReasonMax = 500;
    public const int KeyMax = 80;
    public const int LinkMax = 300;
    public const int PlanMax = 200;
    public const int CasesMost = 10;
    public const int SeatsMost = 40;
    public const int PlacesMost = 8;

    private readonly List<JointCase> cases = [];
    private readonly List<JointSeat> seats = [];
    private readonly List<JointPlace> places = [];

    private JointVisit()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public JointVisitState State { get; private set; }

    public JointTrigger Trigger { get; private set; }

    public int? TriggerCount { get; private set; }

    public string? TriggerKey { get; private set; }

    public Guid? SubmissionKey { get; private set; }

    public Guid? ProposedBy { get; private set; }

    public DateTime ProposedAt { get; private set; }

    /// <summary>What is to be reached.</summary>
    public string? Purpose { get; private set; }

    /// <summary>What outside guests read: nothing that identifies the petitioner.</summary>
    public string? Brief { get; private set; }

    public DateOnly? Day { get; private set; }

    public DateTime? StartsAt { get; private set; }

    public DateTime? EndsAt { get; private set; }

    /// <summary>How places are joined: an address or number of the video link.</summary>
    public string? VideoLink { get; private set; }

    public JointNeed AgentNeed { get; private set; }

    public JointNeed InterpreterNeed { get; private set; }

    /// <summary>When the petitioner was told of the plan as it stands.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>Which plan he was told of: a changed one is told again.</summary>
    public string? ToldPlan { get; private set; }

    public DateTime? CalledAt { get; private set; }

    public Guid? CalledBy { get; private set; }

    /// <summary>Why it was refused, postponed or called off.</summary>
    public string? EndReason { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<JointCase> Cases => cases;

    public IReadOnlyList<JointSeat> Seats => seats;

    public IReadOnlyList<JointPlace> Places => places;

    /// <summary>Still to be held: no second proposal is needed for its matters.</summary>
    public bool IsOpen => State is JointVisitState.Proposed or JointVisitState.Called or JointVisitState.Held;

    public JointSeat? Chair => seats.FirstOrDefault(seat => seat.Role == SeatRole.Host);

    /// <summary>When and where, as the petitioner is told of it.</summary>
    public string? Plan => StartsAt is { } from && EndsAt is { } to && PlaceOfPetitioner() is { } place
        ? FormattableString.Invariant($"{from:yyyy-MM-dd'T'HH:mm}/{to:HH:mm}/{place.Id:N}") : null;

    /// <exception cref="RuleBrokenException">joint.cases, joint.purpose.</exception>
    public static (JointVisit Visit, JointVisitProposed Fact) Propose(NewJointVisit asked, DateTime now)
    {
        Rule.Require(asked.Petitions.Count is >= 1 and <= CasesMost && asked.Petitions.Distinct().Count() == asked.Petitions.Count, "joint.cases");
        Rule.Require(asked.Trigger != JointTrigger.Person || asked.ProposedBy is not null, "joint.cases");
        var visit = new JointVisit
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = asked.OfficeId,
            State = JointVisitState.Proposed,
            Trigger = asked.Trigger,
            TriggerCount = asked.Count,
            TriggerKey = asked.TriggerKey,
            SubmissionKey = asked.SubmissionKey,
            ProposedBy = asked.ProposedBy,
            ProposedAt = now,
            Purpose = asked.Trigger == JointTrigger.Person ? Rule.RequireText(asked.Purpose, PurposeMax, "joint.purpose") : asked.Purpose,
            Version = 1,
        };
        foreach (var petition in asked.Petitions)
        {
            visit.cases.Add(JointCase.Of(visit.Id, petition, visit.cases.Count + 1));
        }

        return (visit, new JointVisitProposed(visit.Id, visit.Trigger, visit.TriggerCount, asked.Petitions));
    }

    /// <summary>Feature 27: a refusal needs a reason.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.reason.</exception>
    public void Refuse(string? reason, Guid by, DateTime now) => End("Refuse", reason, by, now);

    /// <summary>The day is given up; what is prepared stays, and the petitioner is told of the next plan.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.reason, joint.sitting.</exception>
    public void Postpone(string? reason, Guid by, DateTime now)
    {
        Rule.Require(StartedAt is null, "joint.sitting");
        End("Postpone", reason, by, now);
        (CalledAt, CalledBy, ToldAt, ToldPlan) = (null, null, null, null);
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.reason, joint.sitting.</exception>
    public void CallOff(string? reason, Guid by, DateTime now)
    {
        Rule.Require(StartedAt is null, "joint.sitting");
        End("CallOff", reason, by, now);
    }

    /// <exception cref="RuleBrokenException">joint.seat-unknown</exception>
    public JointSeat Seat(Guid id)
    {
        var seat = seats.Find(each => each.Id == id);
        Rule.Require(seat is not null, "joint.seat-unknown");
        return seat!;
    }

    /// <summary>Raises the version for a change of rows beside it.</summary>
    public void Touch() => Version++;

    private void End(string verb, string? reason, Guid by, DateTime now)
    {
        var to = JointVisitMoves.Require(State, verb);
        EndReason = Rule.RequireText(reason, ReasonMax, "joint.reason");
        (State, EndedBy, EndedAt) = (to, by, now);
        EndCases();
        Version++;
    }

    /// <summary>Once it is over, its matters may be heard at another table.</summary>
    private void EndCases()
    {
        if (!IsOpen)
        {
            cases.ForEach(each => each.End());
        }
    }
}
