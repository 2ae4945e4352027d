using Petitions.Domain.Clocks;

namespace Petitions.Domain.JointVisits;

/// <summary>What is got ready until nothing is missing: purpose, matters, seats, places, time, and the call (journey J8 steps 1 to 3).</summary>
public sealed partial class JointVisit
{
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

    private static IEnumerable<JointGap> Gap(bool missing, string code) => missing ? [new JointGap(code)] : [];

    private static string? Optional(string? typed, int max, string code) => string.IsNullOrWhiteSpace(typed) ? null : Rule.RequireText(typed, max, code);

    private SeatDetails Placed(SeatDetails details)
    {
        Rule.Require(details.PlaceId is null || places.Exists(place => place.Id == details.PlaceId), "joint.place-unknown");
        return details;
    }

    private void RequireOneHost() => Rule.Require(seats.Count(seat => seat.Role == SeatRole.Host) <= 1, "joint.two-hosts");

    private void RequirePreparing() => Rule.Require(State == JointVisitState.Proposed, "joint.wrong-state");
}
