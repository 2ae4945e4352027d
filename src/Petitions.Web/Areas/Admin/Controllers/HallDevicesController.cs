using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Areas.Desk;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Calling screens and kiosks of a hall: a token for each, told once, ended when the device is gone (architecture.md section 8).</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageOffices)]
public sealed class HallDevicesController(HallDeviceService devices, OfficeCatalog offices, ICurrentActor current, RuleForm rules, IStringLocalizer<HallTexts> texts) : Controller
{
    [HttpGet("/admin/service-points/{id:guid}/devices")]
    public Task<IActionResult> List(Guid id, CancellationToken ct) => PageAsync(id, null, ct);

    /// <summary>The address stands on this page once and nowhere afterwards.</summary>
    [HttpPost("/admin/service-points/{id:guid}/devices")]
    public async Task<IActionResult> Issue(Guid id, HallDeviceKind kind, string? name, CancellationToken ct)
    {
        byte[]? token = null;
        if (!await rules.TryAsync(ModelState, _ => nameof(name), async () => token = await devices.IssueAsync(id, kind, name, current.Actor, ct)))
        {
            return RuleForm.Again(this, await PageAsync(id, null, ct));
        }

        Response.Headers.CacheControl = "no-store";
        var door = kind == HallDeviceKind.Kiosk ? "kiosk" : "display";
        var code = offices.ServicePoints.First(point => point.Id == id).Code;
        return await PageAsync(id, $"{Request.Scheme}://{Request.Host}{Request.PathBase}/{door}/{code}?key={SecretLink.Encode(token!)}", ct);
    }

    [HttpPost("/admin/service-points/{id:guid}/devices/{device:guid}/revoke")]
    public async Task<IActionResult> Revoke(Guid id, Guid device, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => devices.RevokeAsync(id, device, current.Actor, ct)))
        {
            return RuleForm.Again(this, await PageAsync(id, null, ct));
        }

        TempData["Note"] = texts["device.revoked"].Value;
        return LocalRedirect($"~/admin/service-points/{id}/devices");
    }

    private async Task<IActionResult> PageAsync(Guid id, string? address, CancellationToken ct)
    {
        var lines = await devices.ListAsync(id, current.Actor, ct);
        return View("~/Areas/Admin/Views/Offices/Devices.cshtml", new HallDevicesPage(offices.ServicePoints.First(point => point.Id == id), lines, address));
    }
}
