using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Supervision;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Load by unit.</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class LoadController(UnitLoadQueries loads, ICurrentActor current, TimeProvider clock) : Controller
{
    [HttpGet("/board/load")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        ViewData["At"] = clock.GetUtcNow().UtcDateTime;
        return View(await loads.ListAsync(current.Actor, ct));
    }
}
