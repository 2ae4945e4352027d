using Petitions.Domain.Offices;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The devices of a hall; the address of the one just made is shown once.</summary>
public sealed record HallDevicesPage(ServicePoint Point, IReadOnlyList<HallDeviceLine> Devices, string? Address);
