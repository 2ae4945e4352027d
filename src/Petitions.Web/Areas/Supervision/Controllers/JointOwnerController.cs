using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services;
using Petitions.Services.Files.Attachments;
using Petitions.Services.JointVisits;
using Petitions.Web.Areas.Desk;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The owner of an agreed measure, by his own link: this measure alone, until it is done or failed (journey J8 step 6).</summary>
[Area("Supervision")]
[AllowAnonymous]
[EnableRateLimiting(LimitSetup.Query)]
public sealed class JointOwnerController(
    JointGuestDoor door, JointGuestService guests, JointMeasureService measures, JointPaperStore papers, Uploads uploads, RuleForm rules, IStringLocalizer<JointTexts> texts) : Controller
{
    [HttpGet("/joint/measure/{token:length(22)}")]
    public async Task<IActionResult> Show(string token, CancellationToken ct) => await FindAsync(token, ct) is { } found ? Page(token, found) : NotFound();

    /// <summary>Done with a statement, with one file, or with both; or failed with the reason the petitioner is told.</summary>
    [HttpPost("/joint/measure/{token:length(22)}")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> End(string token, bool done, string? result, FilesForm form, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is null)
        {
            return NotFound();
        }

        var ended = done && form.Files.Count > 0
            ? await uploads.TakeAsync(new FilesForm { Files = [.. form.Files.Take(1)] }, ModelState, (file, _) => EndAsync(token, done, result, file, ct), ct)
            : await rules.TryAsync(ModelState, _ => nameof(result), () => EndAsync(token, done, result, null, ct));
        if (!ended)
        {
            return await FindAsync(token, ct) is { } again ? RuleForm.Again(this, Page(token, again)) : NotFound();
        }

        return View(JointDesk.Views + "GuestDone.cshtml", texts[done ? "guest.measure.done" : "guest.measure.failed"].Value);
    }

    private async Task EndAsync(string token, bool done, string? result, IncomingFile? file, CancellationToken ct)
    {
        // Ended by another page meanwhile: nothing is said to be done that was not.
        await measures.EndByLinkAsync(await FindAsync(token, ct) ?? throw new NotFoundException(), done, result, file, papers, ct);
    }

    private async Task<JointPass?> FindAsync(string token, CancellationToken ct) =>
        SecretLink.TryDecode(token) is { } secret ? await door.LookAsync(secret, forMeasure: true, ct) : null;

    private ViewResult Page(string token, JointPass found)
    {
        Response.Headers.CacheControl = "no-store";
        ViewData["Token"] = token;
        return View(JointDesk.Views + "GuestMeasure.cshtml", guests.MeasureOf(found));
    }
}
