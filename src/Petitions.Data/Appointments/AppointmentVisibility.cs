using Petitions.Data.Petitions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Appointments;

/// <summary>
/// The one place that decides which appointments a person may know of: those of the offices whose appointments he manages,
/// and none that belongs to a matter behind his respondent wall.
/// </summary>
public static class AppointmentVisibility
{
    /// <param name="appointments">Appointments.</param>
    /// <param name="petitions">All matters of the same context.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<Appointment> VisibleTo(this IQueryable<Appointment> appointments, IQueryable<Petition> petitions, Actor actor)
    {
        if (actor.Kind == ActorKind.System)
        {
            return appointments;
        }

        if (actor.Kind != ActorKind.Staff || actor.StaffId is null)
        {
            return appointments.Where(a => false);
        }

        var offices = actor.OfficesFor(Abilities.ManageAppointments);
        return appointments.NotWalledFrom(petitions, actor).Where(a => offices.Contains(a.OfficeId));
    }

    /// <summary>Leaves out appointments on a matter behind the wall; statistics count under it.</summary>
    public static IQueryable<Appointment> NotWalledFrom(this IQueryable<Appointment> appointments, IQueryable<Petition> petitions, Actor actor)
    {
        var open = petitions.NotWalledFrom(actor);
        return appointments.Where(a => a.PetitionId == null || open.Any(p => p.Id == a.PetitionId));
    }
}
