using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Documents;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Papers handed over at a visit: the receipt for the visitor, as it was given, and scans of them with the files of the matter.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class MaterialController(
    TranscriptSigning signing, TranscriptQueries queries, TranscriptPapers papers, PaperAnswers answers, ICurrentActor current, RuleForm rules, IStringLocalizer<TranscriptTexts> texts) : Controller
{
    [HttpGet("/desk/visits/{id:guid}/materials")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) => await PageAsync(id, ct);

    /// <summary>Gives the receipt for what stands in the record now.</summary>
    [HttpPost("/desk/visits/{id:guid}/materials")]
    public async Task<IActionResult> Give(Guid id, CancellationToken ct)
    {
        var number = 0;
        if (!await rules.TryAsync(ModelState, _ => "", async () => number = await signing.GiveReceiptAsync(id, current.Actor, ct)))
        {
            return RuleForm.Again(this, await PageAsync(id, ct));
        }

        return LocalRedirect($"~/desk/visits/{id}/materials/{number}");
    }

    [HttpPost("/desk/visits/{id:guid}/materials/scan")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Scan(Guid id, FilesForm form, [FromServices] Uploads uploads, [FromServices] IStringLocalizer<FileTexts> files, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), files["none.chosen"]);
        }

        form.Keep = FilesForm.Original;
        if (!ModelState.IsValid || !await uploads.TakeAsync(form, ModelState, (file, _) => signing.AddMaterialAsync(id, file, current.Actor, ct), ct))
        {
            return RuleForm.Again(this, await PageAsync(id, ct));
        }

        TempData["Note"] = texts["page.added"].Value;
        return LocalRedirect($"~/desk/visits/{id}/materials");
    }

    [HttpGet("/desk/visits/{id:guid}/materials/{number}")]
    public async Task<IActionResult> Print(Guid id, int number, CancellationToken ct) =>
        answers.Show(this, await papers.OfAsync(await ReceiptAsync(id, number, ct), ct), Here(id, number), $"~/desk/visits/{id}/materials");

    [HttpGet("/desk/visits/{id:guid}/materials/{number}.pdf")]
    public async Task<IActionResult> Pdf(Guid id, int number, CancellationToken ct)
    {
        var receipt = await ReceiptAsync(id, number, ct);
        return await answers.PdfAsync(this, await papers.OfAsync(receipt, ct), Here(id, number), $"~/desk/visits/{id}/materials", FormattableString.Invariant($"{receipt.Ticket}-{number}"), ct);
    }

    [HttpGet("/desk/visits/{id:guid}/materials/{number}.docx")]
    public async Task<IActionResult> Docx(Guid id, int number, CancellationToken ct)
    {
        var receipt = await ReceiptAsync(id, number, ct);
        return answers.Docx(this, await papers.OfAsync(receipt, ct), FormattableString.Invariant($"{receipt.Ticket}-{number}"));
    }

    private static string Here(Guid id, int number) => FormattableString.Invariant($"~/desk/visits/{id}/materials/{number}");

    private async Task<MaterialReceiptSheet> ReceiptAsync(Guid id, int number, CancellationToken ct) =>
        await queries.ReceiptAsync(id, number, current.Actor, ct) ?? throw new NotFoundException();

    private async Task<IActionResult> PageAsync(Guid id, CancellationToken ct)
    {
        ViewData["VisitId"] = id;
        ViewData["Receipts"] = await queries.ReceiptsAsync(id, current.Actor, ct);
        return View("~/Areas/Desk/Views/Visits/Materials.cshtml", await queries.ReadAsync(id, null, current.Actor, ct) ?? throw new NotFoundException());
    }
}
