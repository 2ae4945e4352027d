using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Letters;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Bags of letters (信件批次; journey J3): opened, scanned row by row, closed when every row has its disposition.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.OpenLetters)]
public sealed class LetterBatchController(
    LetterBatchService batches, LetterBatchQueries queries, DeskSeat seat, DeskChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<BatchTexts> texts, TimeProvider clock) : Controller
{
    [HttpGet("/desk/post")]
    public Task<IActionResult> Index(string? after, CancellationToken ct) => ShowAsync(BagForm.At(clock.GetUtcNow().UtcDateTime, texts["place.default"]), after, ct);

    [HttpPost("/desk/post/bags")]
    public async Task<IActionResult> Receive(BagForm form, CancellationToken ct)
    {
        var request = form.ToRequest(seat.Place.OfficeId);
        if (request is null)
        {
            ModelState.AddModelError(nameof(form.ReceivedOn), texts["day.missing"]);
        }

        var id = Guid.Empty;
        if (!await rules.TryAsync(ModelState, BagForm.FieldOf, async () => id = await batches.ReceiveAsync(request!, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(form, null, ct));
        }

        TempData["Note"] = texts["received.note"].Value;
        return LocalRedirect($"~/desk/post/{id}");
    }

    [HttpGet("/desk/post/{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken ct) => Show(await queries.SheetAsync(id, current.Actor, ct), new FilesForm());

    /// <summary>Scans, dropped or chosen, one at a time by script or all at once without.</summary>
    [HttpPost("/desk/post/{id:guid}")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> AddScans(Guid id, FilesForm form, [FromServices] LetterScanService scans, [FromServices] Uploads uploads, [FromServices] IStringLocalizer<FileTexts> files, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), files["none.chosen"]);
        }

        form.Keep = FilesForm.Original;
        var taken = ModelState.IsValid && await uploads.TakeAsync(form, ModelState, (file, _) => scans.AddLetterAsync(id, file, current.Actor, ct), ct);
        if (Request.Headers.ContainsKey(Uploads.ScriptHeader))
        {
            return Json(new { errors = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage) });
        }

        if (!taken)
        {
            return RuleForm.Again(this, Show(await queries.SheetAsync(id, current.Actor, ct), form));
        }

        TempData["Note"] = texts["scans.added", form.Files.Count].Value;
        return LocalRedirect($"~/desk/post/{id}");
    }

    /// <summary>On to the first letter nobody has decided; back to the bag when there is none.</summary>
    [HttpGet("/desk/post/{id:guid}/next")]
    public async Task<IActionResult> Next(Guid id, CancellationToken ct)
    {
        var bag = await queries.SheetAsync(id, current.Actor, ct);
        return LocalRedirect(bag.Rows.FirstOrDefault(row => row.IsOpen) is { } open ? $"~/desk/post/letters/{open.Id}" : $"~/desk/post/{id}");
    }

    [HttpPost("/desk/post/{id:guid}/close")]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => batches.CloseAsync(id, current.Actor, ct)))
        {
            return RuleForm.Again(this, await Sheet(id, ct));
        }

        TempData["Note"] = texts["closed.note"].Value;
        return LocalRedirect($"~/desk/post/{id}");
    }

    /// <summary>The register of thanks (表扬登记).</summary>
    [HttpGet("/desk/post/praise")]
    public async Task<IActionResult> Praise(Guid? after, CancellationToken ct) => View("~/Areas/Desk/Views/Post/Praise.cshtml", await queries.PraiseAsync(after, current.Actor, ct));

    private async Task<IActionResult> ShowAsync(BagForm form, string? after, CancellationToken ct)
    {
        ViewData["Bags"] = await queries.ListAsync(after, current.Actor, ct);
        ViewData["Colleagues"] = await choices.ColleaguesAsync(seat.Place.OfficeId, ct);
        return View("~/Areas/Desk/Views/Post/Index.cshtml", form);
    }

    private ViewResult Show(BatchSheet sheet, FilesForm form)
    {
        ViewData["Bag"] = sheet;
        return View("~/Areas/Desk/Views/Post/Bag.cshtml", form);
    }
}
