using Petitions.Domain.Clocks;

namespace Petitions.Domain.JointVisits;

/// <summary>
/// A joint visit (联合接访): a matter too tangled for one department is heard by all of them at one table with the petitioner
/// (domain.md rows 28, 30; seed features 22, 27). This part is its proposal and preparation.
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

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.purpose, joint.brief, joint.video-link.</exception>
    public void Describe(string? purpose, string? brief, string? videoLink, JointNeed agent, JointNeed interpreter)
    {
        RequirePreparing();
        Rule.Require(Enum.IsDefined(agent) && Enum.IsDefined(interpreter), "joint.need");
        Purpose = Rule.RequireText(purpose, PurposeMax, "joint.purpose");
        Brief = Optional(brief, BriefMax, "joint.brief");
        VideoLink = Optional(videoLink, LinkMax, "joint.video-link");
        (AgentNeed, InterpreterNeed) = (agent, interpreter);
        Version++;
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.cases.</exception>
    public void AddCase(Guid petitionId)
    {
        RequirePreparing();
        Rule.Require(cases.Count < CasesMost && cases.TrueForAll(each => each.PetitionId != petitionId), "joint.cases");
        cases.Add(JointCase.Of(Id, petitionId, cases.Max(each => each.Position) + 1));
        // Who is told changes with the matters.
        (ToldAt, ToldPlan) = (null, null);
        Version++;
    }

    /// <returns>What was dropped: whether its petitioner had been told is in it.</returns>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.cases when it is the last one.</exception>
    public JointCase DropCase(Guid petitionId)
    {
        RequirePreparing();
        var dropped = cases.Find(each => each.PetitionId == petitionId);
        Rule.Require(cases.Count > 1 && dropped is not null, "joint.cases");
        cases.Remove(dropped!);
        Version++;
        return dropped!;
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.seats-most, joint.two-hosts, joint.seat-*.</exception>
    public JointSeat AddSeat(SeatDetails details, DateTime now)
    {
        RequirePreparing();
        Rule.Require(seats.Count < SeatsMost, "joint.seats-most");
        var seat = JointSeat.Of(Id, Placed(details), now);
        seats.Add(seat);
        RequireOneHost();
        Version++;
        return seat;
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.two-hosts, joint.seat-*.</exception>
    public void ChangeSeat(Guid seatId, SeatDetails details)
    {
        RequirePreparing();
        Seat(seatId).Change(Placed(details));
        RequireOneHost();
        Version++;
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.seat-unknown.</exception>
    public void DropSeat(Guid seatId)
    {
        RequirePreparing();
        seats.Remove(Seat(seatId));
        Version++;
    }

    /// <summary>Where somebody sits: at his place, or at the first one.</summary>
    public JointPlace? PlaceOf(JointSeat? seat) => places.Find(place => place.Id == seat?.PlaceId) ?? places.MinBy(place => place.Position);

    /// <summary>Where the petitioner sits.</summary>
    public JointPlace? PlaceOfPetitioner() => PlaceOf(seats.Find(seat => seat.Kind == SeatKind.Petitioner));

    /// <summary>How a place is joined to the others: by its own link or that of all; null where everybody sits at one place.</summary>
    public string? LinkOf(JointPlace? place) => places.Count > 1 ? place?.Link ?? VideoLink : null;

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.place-*.</exception>
    public JointPlace AddPlace(string? name, Guid? roomId, bool video, DateTime now, string? link = null)
    {
        RequirePreparing();
        Rule.Require(places.Count < PlacesMost && (roomId is null || places.TrueForAll(place => place.RoomId != roomId)), "joint.place-name");
        var place = JointPlace.Of(Id, places.Count == 0 ? 1 : places.Max(each => each.Position) + 1, name, roomId, video, Optional(link, LinkMax, "joint.place-link"), now);
        places.Add(place);
        Version++;
        return place;
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.place-used.</exception>
    public JointPlace DropPlace(Guid placeId)
    {
        RequirePreparing();
        var place = places.Find(each => each.Id == placeId);
        Rule.Require(place is not null && seats.TrueForAll(seat => seat.PlaceId != placeId), "joint.place-used");
        places.Remove(place!);
        Version++;
        return place!;
    }

    /// <summary>Sets the time; the caller keeps the rooms in the same save.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.time, joint.time-past.</exception>
    public void SetTime(DateOnly day, TimeOnly from, TimeOnly to, DateTime now)
    {
        RequirePreparing();
        Rule.Require(from < to, "joint.time");
        var midnight = ChinaTime.StartOfDayUtc(day);
        Rule.Require(midnight + from.ToTimeSpan() > now, "joint.time-past");
        (Day, StartsAt, EndsAt) = (day, midnight + from.ToTimeSpan(), midnight + to.ToTimeSpan());
        Version++;
    }

    /// <summary>Which hours of a room are kept for a place.</summary>
    public void Keep(JointPlace place, Guid? bookingId)
    {
        place.Keep(bookingId);
        Version++;
    }

    /// <summary>The petitioners were told when and where.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.told-without-plan.</exception>
    public void Told(DateTime now)
    {
        RequirePreparing();
        Rule.Require(Plan is not null, "joint.told-without-plan");
        (ToldAt, ToldPlan) = (now, Plan);
        cases.ForEach(each => each.Told(now));
        Version++;
    }

    /// <summary>Everything that still stands in the way of setting it (journey J8 step 3).</summary>
    public IReadOnlyList<JointGap> Missing() =>
    [
        .. Gap(string.IsNullOrWhiteSpace(Purpose), "purpose"),
        .. Gap(Chair is null, "chair"),
        .. Gap(!seats.Exists(seat => seat.Role == SeatRole.Record), "record"),
        .. Gap(seats.Count(seat => seat.IsOrgan && seat.Role != SeatRole.Record) < 2, "organs"),
        .. Gap(seats.Exists(seat => seat.IsGuest) && string.IsNullOrWhiteSpace(Brief), "brief"),
        .. Gap(StartsAt is null, "time"),
        .. Gap(places.Count == 0, "place"),
        .. Gap(StartsAt is not null && places.Exists(place => place.RoomId is not null && place.BookingId is null), "room"),
        .. Gap(places.Count > 1 && places.Exists(place => !place.Video || string.IsNullOrWhiteSpace(LinkOf(place))), "video"),
        .. seats.Where(seat => seat.PersonName is null).Select(seat => new JointGap("seat.person", seat.Organ, seat.Id)),
        .. seats.Where(seat => seat is { IsOrgan: true, Role: SeatRole.Member or SeatRole.LawExplainer, Bring: null }).Select(seat => new JointGap("seat.bring", seat.Organ, seat.Id)),
        .. seats.Where(seat => places.Count > 1 && seat.PlaceId is null).Select(seat => new JointGap("seat.place", seat.Organ ?? seat.PersonName, seat.Id)),
        .. Gap(!seats.Exists(seat => seat.Kind == SeatKind.Petitioner), "petitioner"),
        .. Gap(AgentNeed == JointNeed.NotAsked, "agent.ask"),
        .. Gap(AgentNeed == JointNeed.Needed && !seats.Exists(seat => seat.Kind == SeatKind.Agent), "agent"),
        .. Gap(InterpreterNeed == JointNeed.NotAsked, "interpreter.ask"),
        .. Gap(InterpreterNeed == JointNeed.Needed && !seats.Exists(seat => seat.Kind == SeatKind.Interpreter), "interpreter"),
        .. Gap(ToldAt is null || ToldPlan != Plan, "told"),
    ];

    /// <summary>Sets it for its day; nothing may be missing. Who named no day for his papers brings them by the one given.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.missing, joint.time-past.</exception>
    public JointVisitCalled Call(Guid by, DateOnly? bringBy, DateTime now)
    {
        var to = JointVisitMoves.Require(State, "Call");
        Rule.Require(Missing().Count == 0, "joint.missing");
        Rule.Require(StartsAt > now, "joint.time-past");
        foreach (var seat in seats)
        {
            seat.BringIn(bringBy);
        }

        (State, CalledAt, CalledBy, EndReason, EndedAt, EndedBy) = (to, now, by, null, null, null);
        Version++;
        return new JointVisitCalled(Id, Day!.Value, StartsAt!.Value);
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

    private static IEnumerable<JointGap> Gap(bool missing, string code) => missing ? [new JointGap(code)] : [];

    private static string? Optional(string? typed, int max, string code) => string.IsNullOrWhiteSpace(typed) ? null : Rule.RequireText(typed, max, code);

    private SeatDetails Placed(SeatDetails details)
    {
        Rule.Require(details.PlaceId is null || places.Exists(place => place.Id == details.PlaceId), "joint.place-unknown");
        return details;
    }

    private void RequireOneHost() => Rule.Require(seats.Count(seat => seat.Role == SeatRole.Host) <= 1, "joint.two-hosts");

    private void RequirePreparing() => Rule.Require(State == JointVisitState.Proposed, "joint.wrong-state");

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
