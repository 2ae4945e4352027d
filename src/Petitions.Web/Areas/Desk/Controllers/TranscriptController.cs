using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The record of the conversation (接访笔录): typed, read back in large type, signed on paper or refused, corrected in versions.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class TranscriptController(
    TranscriptService transcripts, DeskSeat seat, DeskChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> texts) : Controller
{
    [HttpGet("/desk/visits/{id:guid}/transcript")]
    public async Task<IActionResult> Edit(Guid id, bool large, CancellationToken ct)
    {
        var sheet = await SheetAsync(id, ct);
        ViewData["Large"] = large;
        return View("~/Areas/Desk/Views/Visits/Transcript.cshtml", TranscriptForm.Of(sheet, choices.PointName(seat.Place.ServicePointId)));
    }

    [HttpPost("/desk/visits/{id:guid}/transcript")]
    public async Task<IActionResult> Write(Guid id, TranscriptForm form, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, TranscriptForm.FieldOf, () => transcripts.WriteAsync(id, form.ToText(), form.Reason, current.Actor, ct)))
        {
            await SheetAsync(id, ct);
            return RuleForm.Again(this, View("~/Areas/Desk/Views/Visits/Transcript.cshtml", form));
        }

        TempData["Note"] = texts["done"].Value;
        return LocalRedirect($"~/desk/visits/{id}/transcript");
    }

    [HttpPost("/desk/visits/{id:guid}/transcript/sign")]
    public async Task<IActionResult> Sign(Guid id, SignatureWay? way, string? note, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => transcripts.SignAsync(id, way ?? (SignatureWay)(-1), note, current.Actor, ct)))
        {
            var sheet = await SheetAsync(id, ct);
            return RuleForm.Again(this, View("~/Areas/Desk/Views/Visits/Transcript.cshtml", TranscriptForm.Of(sheet, choices.PointName(seat.Place.ServicePointId))));
        }

        TempData["Note"] = texts["done"].Value;
        return LocalRedirect($"~/desk/visits/{id}/transcript");
    }

    /// <summary>The scan of the page with signature or thumb print, kept with the files of the matter.</summary>
    [HttpPost("/desk/visits/{id:guid}/transcript/page")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Page(Guid id, FilesForm form, [FromServices] Uploads uploads, [FromServices] IStringLocalizer<FileTexts> files, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), files["none.chosen"]);
        }

        form.Keep = FilesForm.Original;
        if (!ModelState.IsValid || !await uploads.TakeAsync(form, ModelState, (file, _) => transcripts.AddPageAsync(id, file, current.Actor, ct), ct))
        {
            var sheet = await SheetAsync(id, ct);
            return RuleForm.Again(this, View("~/Areas/Desk/Views/Visits/Transcript.cshtml", TranscriptForm.Of(sheet, choices.PointName(seat.Place.ServicePointId))));
        }

        TempData["Note"] = texts["page.added"].Value;
        return LocalRedirect($"~/desk/visits/{id}/transcript");
    }

    /// <summary>A version on paper, or in 24 pt for reading together.</summary>
    [HttpGet("/desk/visits/{id:guid}/transcript/{version}")]
    public async Task<IActionResult> Print(Guid id, int version, bool read, CancellationToken ct)
    {
        ViewData["Read"] = read;
        return View("~/Areas/Desk/Views/Visits/TranscriptPaper.cshtml", await transcripts.ReadAsync(id, version, current.Actor, ct) ?? throw new NotFoundException());
    }

    private async Task<TranscriptSheet?> SheetAsync(Guid id, CancellationToken ct)
    {
        var sheet = await transcripts.ReadAsync(id, null, current.Actor, ct);
        ViewData["VisitId"] = id;
        ViewData["Sheet"] = sheet;
        return sheet;
    }
}
