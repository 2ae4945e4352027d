using Petitions.Domain.Offices;

namespace Petitions.Web.Areas.Desk;

/// <summary>Who may do what with the timetable, as the attributes of its actions name it.</summary>
internal static class TimetablePolicies
{
    public const string Read = Abilities.PlanReceptions + "," + Abilities.ManageAppointments + "," + Abilities.BookRooms;
    public const string ReadConflicts = Abilities.PlanReceptions + "," + Abilities.ManageAppointments;
    public const string ReadRota = Abilities.PlanReceptions + "," + Abilities.ManageAppointments + "," + Abilities.ViewBoard;
    public const string RecordSitting = Abilities.PlanReceptions + "," + Abilities.ManageAppointments;
}
