using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Appointments;

/// <summary>The service points whose timetable a person may see or change: those of the offices in which he holds the ability (security.md B1).</summary>
public sealed class TimetablePlaces(OfficeCatalog offices)
{
    private const string Hotline = "Hotline12309";

    /// <summary>Whoever plans, books for others or keeps rooms looks at the timetable.</summary>
    public static readonly IReadOnlyList<string> Readers = [Abilities.PlanReceptions, Abilities.ManageAppointments, Abilities.BookRooms];

    /// <summary>Nobody is received at the hotline.</summary>
    public static bool Receives(ServicePoint point) => point.Enabled && point.Type != Hotline;

    public IReadOnlyList<ServicePoint> For(Actor actor, params IReadOnlyList<string> abilities)
    {
        var reach = actor.OfficesFor(abilities);
        return [.. offices.ServicePoints.Where(point => Receives(point) && reach.Contains(point.OfficeId)).OrderBy(point => point.Type != "MainHall").ThenBy(point => point.Code)];
    }

    /// <exception cref="NotFoundException">Unknown, closed, or of an office in which the person has no say.</exception>
    public ServicePoint Find(Guid id, Actor actor, params IReadOnlyList<string> abilities) =>
        For(actor, abilities).FirstOrDefault(point => point.Id == id) ?? throw new NotFoundException();

    /// <summary>The point of a code, or the first one when none is named.</summary>
    /// <exception cref="NotFoundException">As above.</exception>
    public ServicePoint Find(string? code, Actor actor, params IReadOnlyList<string> abilities) =>
        For(actor, abilities).FirstOrDefault(point => code is null || point.Code == code) ?? throw new NotFoundException();
}
