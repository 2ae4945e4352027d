using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Documents;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Letters to print and calls to make (J2 step 6): the sheet, what goes into the envelope, the envelope, and what became of it.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RegisterPetitions + "," + Abilities.SendReplies + "," + Abilities.OpenLetters)]
public sealed class LetterController(
    LetterQueries queries, LetterService letters, DocumentQueries documents, ICurrentActor current, RuleForm rules, IStringLocalizer<LetterTexts> texts) : Controller
{
    [HttpGet("/desk/letters")]
    public async Task<IActionResult> Index(LetterBox box, Guid? after, CancellationToken ct)
    {
        var (lines, next) = await queries.ListAsync(box, after, current.Actor, ct);
        return View("~/Areas/Desk/Views/Letters/Index.cshtml", new LetterPage(box, lines, next));
    }

    [HttpGet("/desk/letters/{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken ct) => await ShowAsync(id, new LetterForm(), ct);

    /// <summary>What goes into the envelope: the document as issued, or the notice where there is none. Not for whoever carries the envelope alone.</summary>
    [HttpGet("/desk/letters/{id:guid}/print")]
    public async Task<IActionResult> Print(Guid id, [FromServices] DocumentPdfs pdfs, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        if (sheet.EnvelopeOnly)
        {
            return NotFound();
        }

        ViewData["Back"] = $"~/desk/letters/{id}";
        if (sheet.DocumentId is not { } document)
        {
            return View("~/Areas/Desk/Views/Letters/Notice.cshtml", sheet);
        }

        ViewData["Pdf"] = await pdfs.CanGiveAsync(document, ct) ? $"~/desk/letters/{id}.pdf" : null;
        return View("~/Views/Shared/Paper.cshtml", (await documents.ForPostAsync(sheet.Number, document, current.Actor, ct)).Paper);
    }

    [HttpGet("/desk/letters/{id:guid}.pdf")]
    public async Task<IActionResult> Pdf(Guid id, [FromServices] DocumentPdfs pdfs, [FromServices] PaperPages pages, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        return sheet.DocumentId is { } document
            ? await this.PdfAsync(pdfs, pages, await documents.ForPostAsync(sheet.Number, document, current.Actor, ct), ct)
            : NotFound();
    }

    /// <summary>The envelope, plain or of the office; for reports and safe contact there is only the plain one (RP14-56).</summary>
    [HttpGet("/desk/letters/{id:guid}/envelope")]
    public async Task<IActionResult> Envelope(Guid id, bool office, CancellationToken ct)
    {
        ViewData["Back"] = $"~/desk/letters/{id}";
        return View("~/Areas/Desk/Views/Letters/Envelope.cshtml", await queries.EnvelopeAsync(id, !office, current.Actor, ct));
    }

    [HttpPost("/desk/letters/{id:guid}/printed")]
    public Task<IActionResult> Printed(Guid id, CancellationToken ct) => ActAsync(id, new LetterForm(), () => letters.PrintedAsync(id, current.Actor, ct), ct);

    [HttpPost("/desk/letters/{id:guid}/posted")]
    public Task<IActionResult> Posted(Guid id, LetterForm form, CancellationToken ct) => ActAsync(id, form, () => letters.PostedAsync(id, form.PostalNumber, current.Actor, ct), ct);

    [HttpPost("/desk/letters/{id:guid}/called")]
    public Task<IActionResult> Called(Guid id, bool reached, CancellationToken ct) => ActAsync(id, new LetterForm(), () => letters.CalledAsync(id, reached, current.Actor, ct), ct, toList: true);

    [HttpPost("/desk/letters/{id:guid}/delivered")]
    public Task<IActionResult> Delivered(Guid id, CancellationToken ct) => ActAsync(id, new LetterForm(), () => letters.DeliveredAsync(id, current.Actor, ct), ct);

    [HttpPost("/desk/letters/{id:guid}/returned")]
    public Task<IActionResult> Returned(Guid id, LetterForm form, CancellationToken ct) => ActAsync(id, form, () => letters.ReturnedAsync(id, form.Reason, current.Actor, ct), ct);

    [HttpPost("/desk/letters/{id:guid}/another-way")]
    public Task<IActionResult> AnotherWay(Guid id, LetterForm form, CancellationToken ct) =>
        ActAsync(id, form, () => letters.AnotherWayAsync(id, form.Way, current.Actor, ct), ct, toList: true);

    private async Task<IActionResult> ActAsync(Guid id, LetterForm form, Func<Task> act, CancellationToken ct, bool toList = false)
    {
        if (!await rules.TryAsync(ModelState, FieldOf, act))
        {
            return RuleForm.Again(this, await ShowAsync(id, form, ct));
        }

        TempData["Note"] = texts["done"].Value;
        return LocalRedirect(toList ? "~/desk/letters" : $"~/desk/letters/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, LetterForm form, CancellationToken ct) =>
        View("~/Areas/Desk/Views/Letters/Sheet.cshtml", new LetterSheetPage(await queries.SheetAsync(id, current.Actor, ct), form));

    private static string FieldOf(string code) => code switch
    {
        "notice.postal-number" => nameof(LetterForm.PostalNumber),
        "notice.return-reason" => nameof(LetterForm.Reason),
        "letter.way" or "letter.plain-only" or "letter.no-address" => nameof(LetterForm.Way),
        _ => "",
    };
}
