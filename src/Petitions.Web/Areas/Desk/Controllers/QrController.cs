using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Services.Receptions;
using Petitions.Web.Hosting;
using QRCoder;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The picture that leads a phone to its place in line; whoever asks for it has the link already.</summary>
[Area("Desk")]
[AllowAnonymous]
public sealed class QrController(ReceptionQueries queries) : Controller
{
    private const int PixelsPerModule = 4;

    [HttpGet("/visits/{token:length(22)}/qr.svg")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Place(string token, CancellationToken ct)
    {
        if (SecretLink.TryDecode(token) is not { } secret || await queries.PlaceAsync(secret, ct) is null)
        {
            return NotFound();
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"{Request.Scheme}://{Request.Host}{Request.PathBase}/visits/{token}", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return Content(svg.GetGraphic(PixelsPerModule), "image/svg+xml");
    }
}
