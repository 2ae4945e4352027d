using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The pages that need no database: they answer even when everything behind them is down.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class StartController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View();

    [HttpGet("/rights")]
    public IActionResult Rights() => View();

    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();

    [HttpGet("/help")]
    public IActionResult Help() => View();
}
