using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Desk;

/// <summary>
/// Opens the calling screen or the kiosk of one hall: to the device with its token, and to the clerks of the hall, who see
/// more than that anyway. Wrong, ended, of another hall or of another use is one answer.
/// </summary>
public sealed class HallDoor(OfficeCatalog offices, HallDeviceService devices, DeskPlaces places, ICurrentActor current)
{
    public async Task<ServicePoint?> OpenAsync(string servicePoint, HallDeviceKind kind, string? key, CancellationToken ct)
    {
        if (offices.ServicePoints.FirstOrDefault(each => each.Code == servicePoint && each.Enabled) is not { } point)
        {
            return null;
        }

        if (SecretLink.TryDecode(key) is { } token)
        {
            return await devices.OpensAsync(point.Id, kind, token, ct) ? point : null;
        }

        return current.Actor.Kind == ActorKind.Staff && places.For(current.Actor).Any(each => each.Id == point.Id) ? point : null;
    }
}
