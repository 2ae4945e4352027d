using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Live;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The queue of the clerk's counter (journey J5). A refused act says why on the desk page; nothing is lost.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.CallTickets)]
public sealed class QueueController(
    ReceptionQueueService queue, ReceptionQueries queries, DeskSeat seat, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> texts) : Controller
{
    /// <summary>The list for the desk page to fetch by itself, or a page of its own.</summary>
    [HttpGet("/desk/queue")]
    [Unattended]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        Response.Headers.Vary = "HX-Request";
        var place = seat.Place;
        ViewData["Place"] = place;
        var now = await queries.QueueAsync(place, current.Actor, ct);
        return Request.Headers.ContainsKey("HX-Request")
            ? PartialView("~/Areas/Desk/Views/Desk/_Queue.cshtml", now)
            : View("~/Areas/Desk/Views/Desk/Queue.cshtml", now);
    }

    /// <summary>Says that the queue of the clerk's hall changed, on whichever node.</summary>
    [HttpGet("/desk/queue/live")]
    [Unattended]
    public IActionResult Follow([FromServices] LiveStreams live) => live.Of(seat.Place.ServicePointId);

    [HttpPost("/desk/queue/next")]
    public Task<IActionResult> Next(CancellationToken ct) => DoAsync(async () =>
    {
        var called = await queue.CallNextAsync(seat.Place, current.Actor, ct);
        TempData["Note"] = called is null ? texts["queue.nobody"].Value : texts["queue.called", called.Ticket].Value;
    });

    [HttpPost("/desk/visits/{id:guid}/call")]
    public Task<IActionResult> Call(Guid id, CancellationToken ct) => DoAsync(() => queue.CallAsync(id, seat.Place, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/again")]
    public Task<IActionResult> Again(Guid id, CancellationToken ct) => DoAsync(() => queue.CallAgainAsync(id, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/missed")]
    public Task<IActionResult> Missed(Guid id, CancellationToken ct) => DoAsync(() => queue.MissAsync(id, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/back")]
    public Task<IActionResult> Back(Guid id, CancellationToken ct) => DoAsync(() => queue.ReturnAsync(id, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/park")]
    public Task<IActionResult> Park(Guid id, CancellationToken ct) => DoAsync(() => queue.ParkAsync(id, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/unpark")]
    public Task<IActionResult> Unpark(Guid id, CancellationToken ct) => DoAsync(() => queue.UnparkAsync(id, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/send-on")]
    public Task<IActionResult> SendOn(Guid id, int counter, string? note, CancellationToken ct) =>
        DoAsync(() => queue.SendOnAsync(id, counter, note, seat.Place, current.Actor, ct));

    [HttpPost("/desk/visits/{id:guid}/left")]
    public Task<IActionResult> Left(Guid id, CancellationToken ct) => DoAsync(() => queue.EndAsync(id, ReceptionOutcome.LeftUnheard, null, current.Actor, ct));

    private async Task<IActionResult> DoAsync(Func<Task> act)
    {
        if (!await rules.TryAsync(ModelState, _ => "", act))
        {
            TempData["Note"] = ModelState[""]?.Errors[0].ErrorMessage ?? texts["queue.again"].Value;
        }

        return LocalRedirect("~/desk");
    }
}
