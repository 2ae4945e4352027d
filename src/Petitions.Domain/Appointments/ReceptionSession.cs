using Petitions.Domain.Clocks;

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

    public int Version { get; private set; }

    public IReadOnlyList<SessionSlot> Slots => slots;

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
}
