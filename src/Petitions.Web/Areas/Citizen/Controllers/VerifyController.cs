using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Services.Facts;
using Petitions.Web.Areas.Citizen.Models;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Checking a receipt, and the published daily roots. For everybody, without an account.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class VerifyController(ReceiptCheckService receipts, DailyRootQueries roots) : Controller
{
    /// <summary>The code on the receipt leads here with number and hash filled in; the check itself is one press away.</summary>
    [HttpGet("/verify")]
    public IActionResult Index(string? number, string? hash) => View("Index", new VerifyPage { Number = number, Hash = hash });

    // A reading form: posted so that neither hash nor query code lands in addresses and logs.
    [HttpPost("/verify")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Check(VerifyPage page, [FromServices] Microsoft.Extensions.Localization.IStringLocalizer<Texts.VerifyTexts> texts, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(page.Number))
        {
            ModelState.AddModelError(nameof(page.Number), texts["verify.number.missing"]);
        }

        if (string.IsNullOrWhiteSpace(page.Hash))
        {
            ModelState.AddModelError(nameof(page.Hash), texts["verify.hash.missing"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", page);
        }

        var check = await receipts.CheckAsync(page.Number, page.Hash, page.QueryCode, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        return View("Index", new VerifyPage { Number = page.Number, Hash = page.Hash, Check = check });
    }

    [HttpGet("/verify/roots")]
    public async Task<IActionResult> Roots(DateOnly? before, CancellationToken ct) => View("Roots", await roots.PageAsync(before, ct));

    [HttpGet("/verify/roots/{day}.txt")]
    public async Task<IActionResult> RootText(DateOnly day, CancellationToken ct) =>
        await roots.TextAsync(day, ct) is { } text ? Content(text, "text/plain; charset=utf-8") : NotFound();
}
