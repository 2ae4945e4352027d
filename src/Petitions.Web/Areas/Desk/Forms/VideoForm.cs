using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Services.VideoVisits;
using Petitions.Web.Booking;
using Petitions.Web.Display;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>What the two ends do with a reception by video; each button of the page takes its own fields.</summary>
public sealed class VideoForm
{
    public string? Note { get; set; }

    public string? Reason { get; set; }

    /// <summary>Code of the office whose it is.</summary>
    public string? RightOffice { get; set; }

    public string? Slot { get; set; }

    public string? Day { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public Guid? JoiningRoomId { get; set; }

    public Guid? HearingRoomId { get; set; }

    public Guid? JoiningOfficerId { get; set; }

    public Guid? HearingOfficerId { get; set; }

    public string? Link { get; set; }

    public string? Technician { get; set; }

    public string? BackupPhone { get; set; }

    public string? Store { get; set; }

    public int? Seconds { get; set; }

    public string? Digest { get; set; }

    /// <summary>Of a file that is to be compared with the registered one.</summary>
    public string? CheckDigest { get; set; }

    public FixVideo ToFix() => new()
    {
        SlotId = Guid.TryParseExact(Slot, "N", out var slot) ? slot : null,
        Time = TypedTime.Of(Day, From, To),
        JoiningRoomId = JoiningRoomId,
        HearingRoomId = HearingRoomId,
        JoiningOfficerId = JoiningOfficerId,
        HearingOfficerId = HearingOfficerId,
        Link = Link,
        Technician = Technician,
        BackupPhone = BackupPhone,
    };

    public Guid? RightOfficeId(BookingChoices choices) => choices.OfficeByCode(RightOffice)?.Id;

    /// <summary>The page begins with what is settled.</summary>
    public static VideoForm Of(VideoDay day) => new()
    {
        Day = day.StartsAt is { } starts ? Dates.Machine(ChinaTime.DateOf(starts)) : null,
        From = Hour(day.StartsAt),
        To = Hour(day.EndsAt),
        JoiningRoomId = day.JoiningRoomId,
        HearingRoomId = day.HearingRoomId,
        JoiningOfficerId = day.JoiningOfficerId,
        HearingOfficerId = day.HearingOfficerId,
        Link = day.Link,
        Technician = day.Technician,
        BackupPhone = day.BackupPhone,
    };

    public static string FieldOf(string code) => code switch
    {
        "video.note" => nameof(Note),
        "appointment.cancel-reason" => nameof(Reason),
        "appointment.full" => nameof(Slot),
        "session.holiday" or "session.closed" => nameof(Day),
        "appointment.time" or "video.time" or "session.outside-hours" => nameof(From),
        "video.room" or "video.same-room" or "room.taken" or "room.off" or "room.not-video" => nameof(JoiningRoomId),
        "video.officer" or "video.same-officer" or "appointment.officer" => nameof(HearingOfficerId),
        "video.link" => nameof(Link),
        "video.technician" => nameof(Technician),
        "video.phone" => nameof(BackupPhone),
        "recording.store" => nameof(Store),
        "recording.seconds" => nameof(Seconds),
        "recording.digest" => nameof(Digest),
        _ => "",
    };

    private static string? Hour(DateTime? utc) => utc is { } at ? ChinaTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}
