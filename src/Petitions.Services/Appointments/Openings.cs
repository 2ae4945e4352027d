using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>When each service point of some offices can hold a session, from one day on.</summary>
public sealed class Openings(WorkingCalendar calendar, IReadOnlyList<ServicePoint> points, IReadOnlyList<Closure> closures)
{
    private readonly Dictionary<Guid, OpeningDays> known = [];

    public IReadOnlyList<Closure> Closures => closures;

    public OpeningDays Of(Guid pointId)
    {
        if (!known.TryGetValue(pointId, out var days))
        {
            var point = points.Single(each => each.Id == pointId);
            known[pointId] = days = new OpeningDays(calendar, OpeningHours.Of(point), [.. closures.Where(closure => closure.OfficeId == point.OfficeId && (closure.ServicePointId is null || closure.ServicePointId == point.Id))]);
        }

        return days;
    }
}
