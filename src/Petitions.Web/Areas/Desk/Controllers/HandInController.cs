using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Services.HandIns;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The liaison person's own desk (联络点收件; seed feature 11): a short form, a number to hand over, the list of his receipts and nothing else.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.HandInSlips)]
public sealed class HandInController(
    HandInService service, HandInQueries queries, PointsOf points, Uploads uploads, ICurrentActor current, RuleForm rules, IStringLocalizer<HandInTexts> texts, TimeProvider clock) : Controller
{
    [HttpGet("/hand-ins")]
    public Task<IActionResult> Index(string? after, CancellationToken ct) => ShowAsync(HandInForm.At(clock.GetUtcNow().UtcDateTime), after, ct);

    [HttpPost("/hand-ins")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> HandIn(HandInForm form, CancellationToken ct)
    {
        var request = form.ToRequest();
        if (request is null)
        {
            ModelState.AddModelError(nameof(form.ReceivedOn), texts["day.missing"]);
        }

        if (form.Files.Count > FileLimits.FilesMost)
        {
            ModelState.AddModelError(nameof(form.Files), texts["files.too-many", FileLimits.FilesMost]);
        }

        // A picture that would be refused is said before anything is registered.
        var pictures = new FilesForm { Files = form.Files, Keep = FilesForm.Original };
        if (!ModelState.IsValid || !await uploads.TakeAsync(pictures, ModelState, (file, _) => CheckAsync(file), ct))
        {
            return RuleForm.Again(this, await ShowAsync(form, null, ct));
        }

        var number = "";
        if (!await rules.TryAsync(ModelState, HandInForm.FieldOf, async () => number = await service.HandInAsync(request!, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(form, null, ct));
        }

        await uploads.TakeAsync(pictures, ModelState, (file, _) => service.AddPictureAsync(number, file, current.Actor, ct), ct);
        TempData["Note"] = texts[ModelState.IsValid ? "done" : "done.no-pictures", number].Value;
        return LocalRedirect($"~/hand-ins/{number}");
    }

    /// <summary>The slip to hand over: number, day, point, telephone. No code, no text.</summary>
    [HttpGet("/hand-ins/{number}")]
    public async Task<IActionResult> Slip(string number, CancellationToken ct) => View("~/Areas/Desk/Views/HandIns/Slip.cshtml", await queries.ReceiptAsync(number, current.Actor, ct));

    private Task CheckAsync(IncomingFile file)
    {
        service.CheckFile(file);
        return Task.CompletedTask;
    }

    private async Task<IActionResult> ShowAsync(HandInForm form, string? after, CancellationToken ct)
    {
        ViewData["Points"] = points.HandIn(current.Actor);
        ViewData["Receipts"] = await queries.MineAsync(after, current.Actor, ct);
        return View("~/Areas/Desk/Views/HandIns/Index.cshtml", form);
    }
}
