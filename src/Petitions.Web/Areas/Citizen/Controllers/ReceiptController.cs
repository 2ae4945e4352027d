using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Facts;
using Petitions.Services.Petitions;
using Petitions.Web.Display;
using Petitions.Web.Filing;
using Petitions.Web.Texts;
using QRCoder;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The receipt, to be printed and kept. It is shown to the browser that filed, for a day.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class ReceiptController(
    PetitionIntakeService intake, AccessTickets tickets, DailyRootQueries roots, FilingChoices choices, Dates dates, IStringLocalizer<FilingTexts> texts) : Controller
{
    private const int PixelsPerModule = 4;

    [HttpGet("/petitions/receipt")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } receipt)
        {
            return LocalRedirect("~/petitions/track");
        }

        ViewData["Root"] = await roots.PostedBeforeAsync(receipt.ReceivedAt, ct);
        return View("~/Areas/Citizen/Views/Filing/Receipt.cshtml", receipt);
    }

    /// <summary>Number and hash for the page that checks a receipt; never the query code.</summary>
    [HttpGet("/petitions/receipt/qr.svg")]
    public async Task<IActionResult> Qr(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } receipt)
        {
            return NotFound();
        }

        var address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/verify?number={receipt.Number}&hash={receipt.ReceiptHash}";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return Content(svg.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    /// <summary>The receipt as a plain text file, for those who cannot print.</summary>
    [HttpGet("/petitions/receipt/save")]
    public async Task<IActionResult> Save(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } receipt)
        {
            return LocalRedirect("~/petitions/track");
        }

        var text = texts["receipt.file", choices.OfficeName(receipt.OfficeId), receipt.Number, receipt.QueryCode ?? texts["receipt.code.gone"],
            dates.Moment(receipt.ReceivedAt), receipt.ReceiptHash, receipt.Salt].Value;
        if (await roots.PostedBeforeAsync(receipt.ReceivedAt, ct) is { } root)
        {
            text += "\n" + texts["receipt.root.line", dates.Day(root.Day), root.Root].Value;
        }

        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))).ToArray(), "text/plain; charset=utf-8", receipt.Number + ".txt");
    }

    private async Task<Receipt?> FindAsync(CancellationToken ct) =>
        tickets.FindReceipt(HttpContext) is { } key ? await intake.ReceiptAsync(key, ct) : null;
}
