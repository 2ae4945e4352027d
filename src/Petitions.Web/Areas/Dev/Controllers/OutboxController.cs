using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Notices;

namespace Petitions.Web.Areas.Dev.Controllers;

/// <summary>What would have been sent. Development only.</summary>
[Area("Dev")]
[AllowAnonymous]
[DevelopmentOnly]
public sealed class OutboxController(OutboxQueries queries) : Controller
{
    [HttpGet("/dev/outbox")]
    public async Task<IActionResult> Index(string? channel, string? number, Guid? before, CancellationToken ct)
    {
        (ViewData["Channel"], ViewData["Number"]) = (channel, number);
        return View("~/Areas/Dev/Views/Outbox.cshtml", await queries.ListAsync(channel, number, before, ct));
    }
}
