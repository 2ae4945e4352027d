using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Where staff arrive after signing in.</summary>
[Area("Admin")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
public sealed class StaffHomeController(ICurrentActor current) : Controller
{
    [HttpGet("/staff")]
    public IActionResult Index()
    {
        ViewData["Name"] = current.Name;
        ViewData["Empty"] = current.Actor.Grants.Count == 0;
        return View();
    }
}
