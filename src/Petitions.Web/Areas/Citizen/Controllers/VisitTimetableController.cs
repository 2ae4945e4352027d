using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Appointments;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The published reception days of an office (公布接待日), for everybody and without JavaScript.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class VisitTimetableController(PublicTimetableQueries queries) : Controller
{
    [HttpGet("/visits/timetable")]
    public async Task<IActionResult> Show(string? office, CancellationToken ct)
    {
        ViewData["Offices"] = queries.Offices;
        return await queries.OfAsync(string.IsNullOrWhiteSpace(office) ? null : office, ct) is { } timetable
            ? View("~/Areas/Citizen/Views/Visits/Timetable.cshtml", timetable)
            : NotFound();
    }
}
