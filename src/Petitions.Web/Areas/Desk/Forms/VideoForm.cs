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

    /// <summary>Another time that is proposed: a slot, or day and hours.</summary>
    public string? ProposedSlot { get; set; }

    public string? ProposedDay { get; set; }

    public string? ProposedFrom { get; set; }

    public string? ProposedTo { get; set; }

    public string? Store { get; set; }

    public int? Seconds { get; set; }

    public string? Digest { get; set; }

    /// <summary>Of a file that is to be compared with the registered one.</summary>
    public string? CheckDigest { get; set; }

    public ProposeVideo ToProposal() => new(SlotOf(ProposedSlot), TypedTime.Of(ProposedDay, ProposedFrom, ProposedTo));

    public FixVideo ToFix() => new()
    {
        SlotId = SlotOf(Slot),
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

    /// <summary>The page begins with what is settled, or with the time that was agreed.</summary>
    public static VideoForm Of(VideoSheet sheet)
    {
        var agreed = sheet.Offer is { IsTaken: true } offer ? offer : null;
        var form = Of(sheet.Day, sheet.Day.StartsAt ?? agreed?.Time?.StartsAt, sheet.Day.EndsAt ?? agreed?.Time?.EndsAt);
        form.Slot = agreed?.SlotId?.ToString("N");
        return form;
    }

    private static VideoForm Of(VideoDay day, DateTime? starts, DateTime? ends) => new()
    {
        Day = starts is { } at ? Dates.Machine(ChinaTime.DateOf(at)) : null,
        From = Hour(starts),
        To = Hour(ends),
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
        "video.link" or "video.link-https" => nameof(Link),
        "video.technician" => nameof(Technician),
        "video.phone" => nameof(BackupPhone),
        "recording.store" => nameof(Store),
        "recording.seconds" => nameof(Seconds),
        "recording.digest" => nameof(Digest),
        _ => "",
    };

    /// <summary>The form of a proposal asks for a time and nothing else.</summary>
    public static string FieldOfProposal(string code) => code switch
    {
        "appointment.full" or "appointment.officer" => nameof(ProposedSlot),
        "session.holiday" or "session.closed" => nameof(ProposedDay),
        "appointment.time" or "session.outside-hours" => nameof(ProposedFrom),
        _ => "",
    };

    private static Guid? SlotOf(string? typed) => Guid.TryParseExact(typed, "N", out var slot) ? slot : null;

    private static string? Hour(DateTime? utc) => utc is { } at ? ChinaTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}
