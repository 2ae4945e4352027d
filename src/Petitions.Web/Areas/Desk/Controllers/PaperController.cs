using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using QRCoder;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>What the visitor takes along: the queue slip (80 mm) and the receipt, in large type when wished.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class PaperController(VisitQueries queries, ICurrentActor current) : Controller
{
    private const int PixelsPerModule = 4;

    [HttpGet("/desk/visits/{id:guid}/slip")]
    public async Task<IActionResult> Slip(Guid id, CancellationToken ct) =>
        View("~/Areas/Desk/Views/Visits/Slip.cshtml", await queries.SlipAsync(id, current.Actor, ct) ?? throw new NotFoundException());

    /// <summary>The secret link to the place in line; whoever holds the slip holds it.</summary>
    [HttpGet("/desk/visits/{id:guid}/slip/qr.svg")]
    public async Task<IActionResult> Qr(Guid id, CancellationToken ct)
    {
        var slip = await queries.SlipAsync(id, current.Actor, ct) ?? throw new NotFoundException();
        var address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/visits/{SecretLink.Encode(slip.PlaceToken)}";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return Content(svg.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    /// <summary>Number, query code, what happens by when and whom to phone: for the clerk who took it down, for a day.</summary>
    [HttpGet("/desk/visits/{id:guid}/receipt")]
    public async Task<IActionResult> Receipt(Guid id, bool large, CancellationToken ct)
    {
        ViewData["Large"] = large;
        ViewData["Back"] = $"~/desk/visits/{id}";
        return View("~/Areas/Desk/Views/Visits/Receipt.cshtml", await queries.ReceiptAsync(id, current.Actor, ct) ?? throw new NotFoundException());
    }
}
