using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.HandIns;

/// <summary>The points a liaison person serves; asked on every request.</summary>
public sealed class PointsOf(OfficeCatalog offices)
{
    public IReadOnlyList<ServicePoint> HandIn(Actor actor)
    {
        var reach = actor.OfficesFor(Abilities.HandInSlips);
        return [.. offices.ServicePoints.Where(point => point.Enabled && reach.Contains(point.OfficeId) && offices.Serves(actor.StaffId, point.Id))];
    }
}
