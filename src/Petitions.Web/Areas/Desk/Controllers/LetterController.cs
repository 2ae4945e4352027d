using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Letters to print and calls to make: the sheet, the postal number, and what became of it.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RegisterPetitions + "," + Abilities.SendReplies)]
public sealed class LetterController(LetterService letters, ICurrentActor current) : Controller
{
    [HttpGet("/desk/letters")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View("~/Areas/Desk/Views/Letters/Index.cshtml", await letters.ListAsync(current.Actor, ct));

    [HttpGet("/desk/letters/{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken ct) =>
        View("~/Areas/Desk/Views/Letters/Sheet.cshtml", await letters.SheetAsync(id, current.Actor, ct));

    [HttpPost("/desk/letters/{id:guid}/posted")]
    public async Task<IActionResult> Posted(Guid id, string? postalNumber, CancellationToken ct)
    {
        await letters.PostedAsync(id, postalNumber, current.Actor, ct);
        return LocalRedirect("~/desk/letters");
    }

    [HttpPost("/desk/letters/{id:guid}/called")]
    public async Task<IActionResult> Called(Guid id, bool reached, CancellationToken ct)
    {
        await letters.CalledAsync(id, reached, current.Actor, ct);
        return LocalRedirect("~/desk/letters");
    }

    [HttpPost("/desk/letters/{id:guid}/delivered")]
    public async Task<IActionResult> Delivered(Guid id, CancellationToken ct)
    {
        await letters.DeliveredAsync(id, current.Actor, ct);
        return LocalRedirect("~/desk/letters");
    }

    [HttpPost("/desk/letters/{id:guid}/returned")]
    public async Task<IActionResult> Returned(Guid id, CancellationToken ct)
    {
        await letters.ReturnedAsync(id, current.Actor, ct);
        return LocalRedirect("~/desk/letters");
    }
}
