using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Texts;
using QRCoder;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>One's own sessions and the one-time code.</summary>
[Area("Admin")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
public sealed class SecurityController(AccountService accounts, TwoFactorService twoFactor, IStringLocalizer<AccountTexts> texts) : Controller
{
    private const int PixelsPerModule = 6;

    [HttpGet("/staff/security")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var own = User.SessionId();
        var sessions = await accounts.OpenSessionsAsync(Account, ct);
        return View(new SecurityPage(await twoFactor.IsOnAsync(Account), [.. sessions.Select(s => new SessionLine(s.StartedAt, s.SeenAt, s.Id == own))]));
    }

    /// <summary>A sign of life from an open page: the request itself keeps the session, the answer says for how long.</summary>
    [HttpGet("/staff/stay")]
    [FulfilsDuty(AccountDuty.Password)]
    [FulfilsDuty(AccountDuty.TwoFactor)]
    public IActionResult Stay()
    {
        Response.Headers.CacheControl = "no-store";
        return Json(new { seconds = HttpContext.SessionSecondsLeft() ?? 0 });
    }

    [HttpPost("/staff/security/sign-out-everywhere")]
    public async Task<IActionResult> EndAll(CancellationToken ct)
    {
        await accounts.SignOutEverywhereAsync(Account, ct);
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("~/staff/sign-in");
    }

    [HttpGet("/staff/two-factor/set-up")]
    [FulfilsDuty(AccountDuty.TwoFactor)]
    public async Task<IActionResult> SetUp() =>
        await twoFactor.IsOnAsync(Account) ? LocalRedirect("~/staff/security") : await SetUpPageAsync();

    [HttpPost("/staff/two-factor/set-up")]
    [FulfilsDuty(AccountDuty.TwoFactor)]
    public async Task<IActionResult> SetUp(CodeForm form, CancellationToken ct)
    {
        if (await twoFactor.ConfirmAsync(Account, form.Code ?? "", User.SessionId()!.Value, ct) is { } codes)
        {
            // Shown in the answer itself and nowhere kept: they cannot be fetched a second time.
            Response.Headers.CacheControl = "no-store";
            return View("Codes", codes);
        }

        ModelState.AddModelError(nameof(form.Code), texts["code.wrong"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await SetUpPageAsync();
    }

    [HttpGet("/staff/two-factor/qr")]
    [FulfilsDuty(AccountDuty.TwoFactor)]
    public async Task<IActionResult> Qr()
    {
        var (key, userName) = await twoFactor.KeyAsync(Account);
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"otpauth://totp/Petitions:{Uri.EscapeDataString(userName)}?secret={key}&issuer=Petitions&digits=6", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return Content(svg.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    private Guid Account => User.AccountId()!.Value;

    private async Task<IActionResult> SetUpPageAsync()
    {
        var (key, _) = await twoFactor.KeyAsync(Account);
        ViewData["Key"] = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        Response.Headers.CacheControl = "no-store";
        return View("SetUp", new CodeForm());
    }
}
