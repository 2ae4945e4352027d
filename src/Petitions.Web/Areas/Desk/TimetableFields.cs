using Petitions.Web.Areas.Desk.Forms;

namespace Petitions.Web.Areas.Desk;

/// <summary>The field a rule of the timetable is about.</summary>
internal static class TimetableFields
{
    public static string OfSession(string code) => code switch
    {
        "session.holiday" or "session.closed" or "session.in-past" or "session.same-time" => nameof(SessionForm.Day),
        "session.hours" or "session.outside-hours" or "session.leader-busy" => nameof(SessionForm.From),
        "session.slot-minutes" => nameof(SessionForm.SlotMinutes),
        "session.places" or "session.fewer-places" => nameof(SessionForm.PublicPlaces),
        "session.leader" or "session.leader-away" => nameof(SessionForm.LeaderId),
        "session.form" => nameof(SessionForm.ReceptionForm),
        "session.reason" => nameof(SessionForm.Reason),
        "session.video-room" or "room.taken" or "room.off" => nameof(SessionForm.RoomId),
        _ => "",
    };

    public static string OfPattern(string code) => code switch
    {
        "timetable.weekdays" => nameof(PatternForm.Weekdays),
        "timetable.leaders" => nameof(PatternForm.Leaders) + "[0]",
        "timetable.valid-to" => nameof(PatternForm.ValidTo),
        _ => OfSession(code),
    };

    public static string OfClosure(string code) => code switch
    {
        "closure.days" or "closure.past" => nameof(ClosureForm.LastDay),
        "closure.hours" => nameof(ClosureForm.From),
        "closure.reason" => nameof(ClosureForm.Reason),
        _ => "",
    };

    public static string OfRoom(string code) => code switch
    {
        "room.name" => nameof(RoomForm.NameZh),
        "room.seats" => nameof(RoomForm.Seats),
        _ => "",
    };

    public static string OfBooking(string code) => code switch
    {
        "room.hours" or "room.taken" => nameof(RoomBookingForm.From),
        "room.past" => nameof(RoomBookingForm.Day),
        "room.purpose" => nameof(RoomBookingForm.Purpose),
        "room.same-both-ends" or "room.not-video" => nameof(RoomBookingForm.OtherRoomId),
        "room.off" => nameof(RoomBookingForm.RoomId),
        _ => "",
    };
}
