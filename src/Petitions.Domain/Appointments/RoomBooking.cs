using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;

namespace Petitions.Domain.Appointments;

/// <summary>A room kept for some hours (预订接待室), for a session or for anything else. Released, never deleted.</summary>
public sealed class RoomBooking
{
    public const int PurposeMax = 100;

    private readonly List<RoomQuarter> quarters = [];

    private RoomBooking()
    {
    }

    public Guid Id { get; private set; }

    public Guid RoomId { get; private set; }

    public Guid OfficeId { get; private set; }

    /// <summary>Asia/Shanghai.</summary>
    public DateOnly Day { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    /// <summary>What for; empty where the session says it. Never a visitor's name.</summary>
    public string Purpose { get; private set; } = "";

    public Guid? SessionId { get; private set; }

    /// <summary>The reception by video it is kept for, at one of its ends.</summary>
    public Guid? VideoVisitId { get; private set; }

    public Guid BookedBy { get; private set; }

    public DateTime? ReleasedAt { get; private set; }

    public Guid? ReleasedBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<RoomQuarter> Quarters => quarters;

    /// <summary>Books hours of a day; the quarters begun count whole.</summary>
    /// <exception cref="RuleBrokenException">room.hours, room.past, room.purpose, room.off.</exception>
    public static (RoomBooking Booking, OfficeChanged Fact) Book(Room room, DateOnly day, TimeOnly from, TimeOnly to, string? purpose, Guid by, DateTime now)
    {
        Rule.Require(from < to, "room.hours");
        var midnight = ChinaTime.StartOfDayUtc(day);
        var text = Rule.RequireText(purpose, PurposeMax, "room.purpose");
        Rule.Require(midnight + to.ToTimeSpan() > now, "room.past");
        var booking = Take(room, day, midnight + from.ToTimeSpan(), midnight + to.ToTimeSpan(), text, by, now);
        return (booking, new OfficeChanged(room.OfficeId, "RoomBooking", booking.Id.ToString(), null, booking.InWords));
    }

    /// <summary>Keeps the room for a session; the session's own fact tells of it.</summary>
    /// <exception cref="RuleBrokenException">room.off.</exception>
    public static RoomBooking For(ReceptionSession session, Room room, Guid by, DateTime now) =>
        Take(room, session.Day, session.StartsAt, session.EndsAt, "", by, now, sessionId: session.Id);

    /// <summary>Keeps the room for one end of a reception by video; that one's own fact tells of it.</summary>
    /// <exception cref="RuleBrokenException">room.off.</exception>
    public static RoomBooking For(VideoVisit visit, Room room, Guid by, DateTime now) =>
        Take(room, ChinaTime.DateOf(visit.StartsAt!.Value), visit.StartsAt.Value, visit.EndsAt!.Value, "", by, now, videoVisitId: visit.AppointmentId);

    /// <exception cref="RuleBrokenException">room.released, room.session.</exception>
    public OfficeChanged Release(Guid by, DateTime now)
    {
        // A session, or a reception by video, keeps its room until it is moved or called off.
        Rule.Require(SessionId is null && VideoVisitId is null, "room.session");
        LetGo(by, now);
        return new OfficeChanged(OfficeId, "RoomBooking", Id.ToString(), InWords, null);
    }

    /// <summary>Gives the hours back when the session they were kept for is no longer held then.</summary>
    /// <exception cref="RuleBrokenException">room.released</exception>
    public void LetGo(Guid by, DateTime now)
    {
        Rule.Require(ReleasedAt is null, "room.released");
        (ReleasedAt, ReleasedBy) = (now, by);
        quarters.Clear();
        Version++;
    }

    private static RoomBooking Take(Room room, DateOnly day, DateTime startsAt, DateTime endsAt, string purpose, Guid by, DateTime now, Guid? sessionId = null, Guid? videoVisitId = null)
    {
        Rule.Require(room.Enabled, "room.off");
        var booking = new RoomBooking
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            RoomId = room.Id,
            OfficeId = room.OfficeId,
            Day = day,
            StartsAt = startsAt,
            EndsAt = endsAt,
            Purpose = purpose,
            SessionId = sessionId,
            VideoVisitId = videoVisitId,
            BookedBy = by,
            Version = 1,
        };
        booking.quarters.AddRange(QuarterHours.Of(startsAt, endsAt).Select(at => RoomQuarter.Take(booking, at, now)));
        return booking;
    }

    private string InWords => FormattableString.Invariant($"{RoomId} {StartsAt:yyyy-MM-dd'T'HH:mm}Z {EndsAt:yyyy-MM-dd'T'HH:mm}Z {Purpose}").TrimEnd();
}
