using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services;
using Petitions.Services.JointVisits;
using Petitions.Web.Areas.Desk;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>
/// Outside guests of a joint visit (domain.md row 30): a link opens once, in one browser, and shows one brief until the
/// session is over; anything else is the same 404 as an address that never was, and is written down.
/// </summary>
[Area("Supervision")]
[AllowAnonymous]
[EnableRateLimiting(LimitSetup.Query)]
public sealed class JointGuestController(
    JointGuestDoor door, JointGuestService guests, CookieNames cookies, RuleForm rules, IStringLocalizer<JointTexts> texts, IStringLocalizer<FileTexts> fileTexts) : Controller
{
    private const string Cookie = "pt-joint";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Looking at the address opens nothing yet: a mail programme that looks ahead does not use the link up.</summary>
    [HttpGet("/joint/guest/{token:length(22)}")]
    public async Task<IActionResult> Door(string token, CancellationToken ct)
    {
        if (SecretLink.TryDecode(token) is not { } secret || await door.LookAsync(secret, forMeasure: false, ct) is not { } found)
        {
            return NotFound();
        }

        ViewData["OfficeId"] = found.Visit.OfficeId;
        return Page("GuestDoor", token);
    }

    [HttpPost("/joint/guest/{token:length(22)}")]
    public async Task<IActionResult> Open(string token, CancellationToken ct)
    {
        if (SecretLink.TryDecode(token) is not { } secret || await door.OpenAsync(secret, ct) is not { } holder)
        {
            return NotFound();
        }

        Response.Cookies.Append(cookies.Named(Cookie), SecretLink.Encode(holder), cookies.Lasting(Kept));
        return LocalRedirect("~/joint/session");
    }

    [HttpGet("/joint/session")]
    public async Task<IActionResult> Session(CancellationToken ct) => await HeldAsync(ct) is { } found ? await BriefAsync(found, ct) : NotFound();

    [HttpPost("/joint/session")]
    public async Task<IActionResult> Accept(string? person, CancellationToken ct)
    {
        if (await HeldAsync(ct) is not { } found)
        {
            return NotFound();
        }

        if (!await rules.TryAsync(ModelState, _ => nameof(person), () => guests.AcceptAsync(found, person, ct)))
        {
            return await HeldAsync(ct) is { } again ? RuleForm.Again(this, await BriefAsync(again, ct)) : NotFound();
        }

        TempData["Note"] = texts["guest.accepted"].Value;
        return LocalRedirect("~/joint/session");
    }

    [HttpPost("/joint/session/papers")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Bring(FilesForm form, [FromServices] Uploads uploads, CancellationToken ct)
    {
        if (await HeldAsync(ct) is not { } found)
        {
            return NotFound();
        }

        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), fileTexts["none.chosen"]);
        }

        if (!ModelState.IsValid || !await uploads.TakeAsync(form, ModelState, async (file, _) => await guests.BringAsync(await HeldAsync(ct) ?? throw new NotFoundException(), file, ct), ct))
        {
            return await HeldAsync(ct) is { } again ? RuleForm.Again(this, await BriefAsync(again, ct)) : NotFound();
        }

        TempData["Note"] = texts["guest.brought"].Value;
        return LocalRedirect("~/joint/session");
    }

    /// <summary>His own and what the host shares; any other address is written down.</summary>
    [HttpGet("/joint/session/papers/{paper:guid}")]
    public async Task<IActionResult> Paper(Guid paper, CancellationToken ct)
    {
        if (await HeldAsync(ct) is not { } found)
        {
            return NotFound();
        }

        try
        {
            return FileDownload.Of(Response, await guests.OpenAsync(found, paper, ct));
        }
        catch (NotFoundException)
        {
            await door.StrayAsync(found, ct);
            return NotFound();
        }
    }

    private async Task<JointPass?> HeldAsync(CancellationToken ct) =>
        SecretLink.TryDecode(Request.Cookies[cookies.Named(Cookie)]) is { } holder ? await door.HeldAsync(holder, ct) : null;

    private async Task<IActionResult> BriefAsync(JointPass found, CancellationToken ct) => Page("GuestBrief", await guests.BriefAsync(found, ct));

    private ViewResult Page(string view, object model)
    {
        Response.Headers.CacheControl = "no-store";
        return View($"{JointDesk.Views}{view}.cshtml", model);
    }
}
