using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Appointments;

/// <summary>
/// A reception session (接待场次): some hours of one day at one service point, cut into slots, with the leader or officer
/// who sits. Slots are made with the session and never taken away: a session that cannot be held is moved or cancelled,
/// and every booking in it is told.
/// </summary>
public sealed class ReceptionSession
{
    public const int FormMax = 40;
    public const int ReasonMax = 500;
    public const int PlacesMax = 50;
    public const int ShortestSlot = 5;
    public const int LongestSlot = 240;

    private readonly List<SessionSlot> slots = [];

    private ReceptionSession()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    /// <summary>List ReceptionForm.</summary>
    public string Form { get; private set; } = "";

    /// <summary>Asia/Shanghai.</summary>
    public DateOnly Day { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public int SlotMinutes { get; private set; }

    public Guid? LeaderId { get; private set; }

    public Guid? RoomId { get; private set; }

    public SessionState State { get; private set; }

    public Guid PlannedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>The session this one was moved to.</summary>
    public Guid? MovedToId { get; private set; }

    /// <summary>Why it was moved or cancelled, as told to those who had booked.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether the leader really sat; null until somebody recorded it.</summary>
    public bool? LeaderSat { get; private set; }

    /// <summary>Who sat instead, or why nobody did.</summary>
    public string? LeaderNote { get; private set; }

    /// <summary>How the leader's day really went; null until somebody recorded it.</summary>
    public SessionSitting? Sitting { get; private set; }

    /// <summary>Who really sat: the leader himself or the one who stood in.</summary>
    public Guid? SatById { get; private set; }

    public Guid? SatRecordedBy { get; private set; }

    public DateTime? SatRecordedAt { get; private set; }

    /// <summary>The regular day it was made from; null for a single session.</summary>
    public Guid? RuleId { get; private set; }

    /// <summary>The version of the regular day it was made from.</summary>
    public int? RuleVersion { get; private set; }

    /// <summary>The day the regular day names: another than <see cref="Day"/> when that was a holiday.</summary>
    public DateOnly? RuleDay { get; private set; }

    /// <summary>Called off because its regular day was changed: that day may be made anew.</summary>
    public bool Superseded { get; private set; }

    /// <summary>The random key of the form it was planned with (security.md A5).</summary>
    public Guid? SubmissionKey { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<SessionSlot> Slots => slots;

    /// <summary>Planned or public, neither over nor called off.</summary>
    public bool IsOpen => State is SessionState.Planned or SessionState.Published;

    /// <summary>Which half of the day its beginning lies in: what a leader's receptions are counted by.</summary>
    public bool IsMorning => ChinaTime.LocalOf(StartsAt).Hour < 12;

    /// <exception cref="RuleBrokenException">session.hours, session.slot-minutes, session.places, session.in-past.</exception>
    public static ReceptionSession Plan(SessionPlan plan, DateTime now)
    {
        Rule.Require(plan.From < plan.To, "session.hours");
        Rule.Require(plan.SlotMinutes is >= ShortestSlot and <= LongestSlot && plan.From.AddMinutes(plan.SlotMinutes) <= plan.To, "session.slot-minutes");
        Rule.Require(plan.PublicPlaces >= 0 && plan.InternalPlaces >= 0 && plan.PublicPlaces + plan.InternalPlaces is >= 1 and <= PlacesMax, "session.places");
        var midnight = ChinaTime.StartOfDayUtc(plan.Day);
        var session = new ReceptionSession
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = plan.OfficeId,
            ServicePointId = plan.ServicePointId,
            Form = plan.Form,
            Day = plan.Day,
            StartsAt = midnight + plan.From.ToTimeSpan(),
            EndsAt = midnight + plan.To.ToTimeSpan(),
            SlotMinutes = plan.SlotMinutes,
            LeaderId = plan.LeaderId,
            RoomId = plan.RoomId,
            State = SessionState.Planned,
            PlannedBy = plan.PlannedBy,
            RuleId = plan.RuleId,
            RuleVersion = plan.RuleVersion,
            RuleDay = plan.RuleDay,
            SubmissionKey = plan.SubmissionKey,
            Version = 1,
        };
        Rule.Require(session.StartsAt > now, "session.in-past");
        var length = TimeSpan.FromMinutes(plan.SlotMinutes);
        for (var at = session.StartsAt; at + length <= session.EndsAt; at += length)
        {
            session.slots.Add(SessionSlot.Create(session.Id, at, at + length, plan.PublicPlaces, plan.InternalPlaces, now));
        }

        return session;
    }

    /// <exception cref="RuleBrokenException">session.wrong-state</exception>
    public SessionPublished Publish(DateTime now)
    {
        Rule.Require(State == SessionState.Planned, "session.wrong-state");
        (State, PublishedAt) = (SessionState.Published, now);
        Version++;
        return new SessionPublished(Id, OfficeId, ServicePointId, Form, Day, StartsAt, EndsAt, LeaderId);
    }

    /// <summary>More places in every slot. Fewer would take a place from somebody who booked it.</summary>
    /// <exception cref="RuleBrokenException">session.wrong-state, session.over, session.fewer-places, session.places.</exception>
    public OfficeChanged Enlarge(int publicPlaces, int internalPlaces, DateTime now)
    {
        RequireOpen(now);
        var before = slots[0];
        Rule.Require(publicPlaces >= before.PublicPlaces && publicPlaces + internalPlaces >= before.Places && internalPlaces >= 0, "session.fewer-places");
        Rule.Require(publicPlaces + internalPlaces <= PlacesMax, "session.places");
        var fact = new OfficeChanged(OfficeId, "SessionPlaces", Id.ToString(), Places(before.PublicPlaces, before.InternalPlaces), Places(publicPlaces, internalPlaces));
        foreach (var slot in slots)
        {
            slot.Enlarge(publicPlaces, internalPlaces);
        }

        Version++;
        return fact;
    }

    /// <summary>
    /// Moves the session to another time: this one ends and names the next, which is as public as this one was. What is
    /// booked in it goes along by the order of the slots, as far as there are slots.
    /// </summary>
    /// <exception cref="RuleBrokenException">session.wrong-state, session.over, session.reason, session.same-time, and those of <see cref="Plan"/>.</exception>
    public (ReceptionSession Next, IReadOnlyList<Fact> Facts) Move(SessionMove move, Guid by, DateTime now)
    {
        RequireOpen(now);
        var reason = Rule.RequireText(move.Reason, ReasonMax, "session.reason");
        var next = Plan(new SessionPlan
        {
            OfficeId = OfficeId,
            ServicePointId = ServicePointId,
            Form = Form,
            Day = move.Day,
            From = move.From,
            To = move.To,
            SlotMinutes = SlotMinutes,
            PublicPlaces = slots[0].PublicPlaces,
            InternalPlaces = slots[0].InternalPlaces,
            LeaderId = LeaderId,
            RoomId = move.RoomId,
            PlannedBy = by,
        }, now);
        Rule.Require(next.StartsAt != StartsAt || next.EndsAt != EndsAt, "session.same-time");
        var facts = new List<Fact> { new SessionMoved(Id, OfficeId, Day, StartsAt, next.Id, next.Day, next.StartsAt, reason) };
        if (State == SessionState.Published)
        {
            facts.Add(next.Publish(now));
        }

        (State, MovedToId, Reason) = (SessionState.Moved, next.Id, reason);
        Version++;
        return (next, facts);
    }

    /// <summary>Calls the session off, for a reason that all who booked are told.</summary>
    /// <exception cref="RuleBrokenException">session.wrong-state, session.over, session.reason.</exception>
    public SessionMoved Cancel(string reason, DateTime now)
    {
        RequireOpen(now);
        (State, Reason) = (SessionState.Cancelled, Rule.RequireText(reason, ReasonMax, "session.reason"));
        Version++;
        return new SessionMoved(Id, OfficeId, Day, StartsAt, null, null, null, Reason);
    }

    /// <summary>Takes back a session without bookings whose regular day was changed, so that the day is made anew.</summary>
    /// <exception cref="RuleBrokenException">session.wrong-state, session.over.</exception>
    public SessionMoved Supersede(DateTime now)
    {
        RequireOpen(now);
        Rule.Require(RuleId is not null, "session.wrong-state");
        (State, Superseded) = (SessionState.Cancelled, true);
        Version++;
        return new SessionMoved(Id, OfficeId, Day, StartsAt, null, null, null, null);
    }

    /// <summary>
    /// Writes down who really sat (院领导接访). Recorded by hand after the session began; a correction is recorded over it
    /// and both stand in the facts.
    /// </summary>
    /// <exception cref="RuleBrokenException">session.no-leader, session.wrong-state, session.not-yet, session.substitute, session.sitting-note.</exception>
    public OfficeChanged RecordSitting(SessionSitting sitting, Guid? satBy, string? note, Guid by, DateTime now)
    {
        Rule.Require(LeaderId is not null, "session.no-leader");
        Rule.Require(State is SessionState.Published or SessionState.Held, "session.wrong-state");
        Rule.Require(StartsAt <= now, "session.not-yet");
        Rule.Require(sitting != SessionSitting.AnotherSat || (satBy is not null && satBy != LeaderId), "session.substitute");
        var before = Sitting is null ? null : $"{Sitting} {SatById}".Trim();
        LeaderNote = sitting == SessionSitting.NobodySat || !string.IsNullOrWhiteSpace(note) ? Rule.RequireText(note, ReasonMax, "session.sitting-note") : null;
        SatById = sitting switch { SessionSitting.LeaderSat => LeaderId, SessionSitting.AnotherSat => satBy, _ => null };
        (State, Sitting, LeaderSat, SatRecordedBy, SatRecordedAt) = (SessionState.Held, sitting, sitting == SessionSitting.LeaderSat, by, now);
        Version++;
        return new OfficeChanged(OfficeId, "LeaderReception", Id.ToString(), before, $"{sitting} {SatById}".Trim());
    }

    private void RequireOpen(DateTime now)
    {
        Rule.Require(IsOpen, "session.wrong-state");
        Rule.Require(StartsAt > now, "session.over");
    }

    private static string Places(int open, int reserved) => FormattableString.Invariant($"{open}+{reserved}");
}
