using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Documents;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The record of the conversation (接访笔录, J2 D2): question and answer by keys alone, every change kept, read back in large type, on paper.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class TranscriptController(
    TranscriptService transcripts, TranscriptQueries queries, TranscriptScripts scripts, TranscriptPapers papers, PaperAnswers answers,
    DeskSeat seat, DeskChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<TranscriptTexts> texts, TimeProvider clock) : Controller
{
    private const string Page = "~/Areas/Desk/Views/Visits/Transcript.cshtml";

    /// <summary>Three fields a row, four a paper, and the rest: more than the portal takes elsewhere.</summary>
    private const int Fields = 2_500;

    [HttpGet("/desk/visits/{id:guid}/transcript")]
    public async Task<IActionResult> Edit(Guid id, bool large, int more, CancellationToken ct)
    {
        var sheet = await SheetAsync(id, ct);
        ViewData["Large"] = large;
        ViewData["More"] = Math.Clamp(more, 0, 50);
        return await PageAsync(TranscriptForm.Of(sheet, choices.PointName(seat.Place.ServicePointId)), ct);
    }

    [HttpPost("/desk/visits/{id:guid}/transcript")]
    [RequestFormLimits(ValueCountLimit = Fields)]
    public async Task<IActionResult> Write(Guid id, TranscriptForm form, CancellationToken ct)
    {
        form.Tidy();
        if (!await rules.TryAsync(ModelState, TranscriptForm.FieldOf, () => transcripts.WriteAsync(id, form.ToRequest(), current.Actor, ct)))
        {
            var theirs = await SheetAsync(id, ct);
            if (theirs is not null && theirs.Stamp != form.Seen)
            {
                // Both texts are on the page now (security.md C10): whoever saves again has seen the other's.
                ViewData["Theirs"] = theirs;
                ViewData["Script"] = await papers.ScriptAsync(theirs, ct);
                form.Seen = theirs.Stamp;
            }

            return RuleForm.Again(this, await PageAsync(form, ct));
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect($"~/desk/visits/{id}/transcript{(form.Do == TranscriptForm.More ? "?more=10" : "")}");
    }

    /// <summary>The script's own saving, while somebody types. It never makes a new version of a signed one.</summary>
    [HttpPost("/desk/visits/{id:guid}/transcript/draft")]
    [RequestFormLimits(ValueCountLimit = Fields)]
    public async Task<IActionResult> Draft(Guid id, TranscriptForm form, CancellationToken ct)
    {
        var stamp = 0;
        form.Tidy();
        (form.Reason, form.Do) = (null, null);
        if (await rules.TryAsync(ModelState, _ => "", async () => stamp = await transcripts.WriteAsync(id, form.ToRequest(), current.Actor, ct)))
        {
            return Json(new { stamp, text = texts["draft.saved", TimeOf()].Value });
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Json(new { stamp = form.Seen, text = string.Join(' ', ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage)) });
    }

    /// <summary>A version on paper, or in 24 pt for reading together.</summary>
    [HttpGet("/desk/visits/{id:guid}/transcript/{version}")]
    public async Task<IActionResult> Print(Guid id, int version, bool read, CancellationToken ct)
    {
        var sheet = await VersionAsync(id, version, ct);
        if (!read)
        {
            return answers.Show(this, await papers.OfAsync(sheet, ct), Here(id, version), $"~/desk/visits/{id}/transcript", TranscriptPapers.Css);
        }

        ViewData["Script"] = await papers.ScriptAsync(sheet, ct);
        return View("~/Areas/Desk/Views/Visits/TranscriptRead.cshtml", sheet);
    }

    [HttpGet("/desk/visits/{id:guid}/transcript/{version}.pdf")]
    public async Task<IActionResult> Pdf(Guid id, int version, CancellationToken ct)
    {
        var sheet = await VersionAsync(id, version, ct);
        return await answers.PdfAsync(this, await papers.OfAsync(sheet, ct), Here(id, version), $"~/desk/visits/{id}/transcript", TranscriptPapers.FileName(sheet), ct, TranscriptPapers.Css);
    }

    [HttpGet("/desk/visits/{id:guid}/transcript/{version}.docx")]
    public async Task<IActionResult> Docx(Guid id, int version, CancellationToken ct)
    {
        var sheet = await VersionAsync(id, version, ct);
        return answers.Docx(this, await papers.OfAsync(sheet, ct), TranscriptPapers.FileName(sheet));
    }

    private static string Here(Guid id, int version) => FormattableString.Invariant($"~/desk/visits/{id}/transcript/{version}");

    private string TimeOf() => ChinaTime.LocalOf(clock.GetUtcNow().UtcDateTime).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<TranscriptSheet> VersionAsync(Guid id, int version, CancellationToken ct) =>
        await queries.ReadAsync(id, version, current.Actor, ct) ?? throw new NotFoundException();

    private async Task<IActionResult> PageAsync(TranscriptForm form, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var category = string.IsNullOrEmpty(form.Category) ? null : form.Category;
        ViewData["Rights"] = (ViewData["Sheet"] as TranscriptSheet)?.Text.Rights ?? (await scripts.OfAsync(category, today, ct)).Rights;
        return View(Page, form);
    }

    private async Task<TranscriptSheet?> SheetAsync(Guid id, CancellationToken ct)
    {
        var sheet = await queries.ReadAsync(id, null, current.Actor, ct);
        ViewData["VisitId"] = id;
        ViewData["Sheet"] = sheet;
        ViewData["Receipts"] = await queries.ReceiptsAsync(id, current.Actor, ct);
        return sheet;
    }
}
