using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Pages;
using Petitions.Services.Letters;
using Petitions.Services.Petitions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>One letter of a bag: its scan beside the form that says what becomes of it.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.OpenLetters)]
[Route("/desk/post/letters/{id:guid}")]
public sealed class OpenedLetterController(
    LetterBatchQueries queries, LetterBatchService batches, LetterDispositionService dispositions, SameMatterStep same, EmergencyContacts contacts, ICurrentActor current, RuleForm rules, IStringLocalizer<BatchTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Letter(Guid id, string? @as, CancellationToken ct)
    {
        var letter = await queries.LetterAsync(id, current.Actor, ct);
        return await ShowAsync(letter, OpenedLetterForm.Of(letter, LetterDispositions.All.Contains(@as) ? @as! : LetterDispositions.NewPetition, texts["text.default"]), ct);
    }

    [HttpPost("")]
    public async Task<IActionResult> Decide(Guid id, OpenedLetterForm form, CancellationToken ct)
    {
        var letter = await queries.LetterAsync(id, current.Actor, ct);
        if (letter.IsOpen && form.AsksSame && await same.AsksAsync(this, form, form.Person, form.IdentityGiven, ct))
        {
            return RuleForm.Again(this, await ShowAsync(letter, form, ct));
        }

        Receipt? receipt = null;
        if (!await rules.TryAsync(ModelState, form.LetterFieldOf, async () => receipt = await dispositions.DecideAsync(id, form.ToDecision(), current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(await queries.LetterAsync(id, current.Actor, ct), form, ct));
        }

        TempData["Note"] = receipt is null ? texts["praise.note"].Value : texts["decided.note", receipt.Number].Value;
        // An alarm stays on its page: the telephones stand there.
        var next = form.Disposition == LetterDispositions.RiskRaised ? id : await queries.NextOpenAsync(letter.BatchId, letter.Position, ct);
        return LocalRedirect(next is { } open ? $"~/desk/post/letters/{open}" : $"~/desk/post/{letter.BatchId}");
    }

    [HttpPost("details")]
    public Task<IActionResult> Describe(Guid id, DateOnly? postmarkOn, string? sender, CancellationToken ct) =>
        DoAsync(id, code => code == "letter-row.sender" ? nameof(sender) : nameof(postmarkOn), "described.note", () => batches.DescribeAsync(id, postmarkOn, sender, current.Actor, ct), ct);

    [HttpPost("set-aside")]
    public Task<IActionResult> SetAside(Guid id, string? reason, CancellationToken ct) =>
        DoAsync(id, code => code == "letter-row.reason" ? nameof(reason) : "", "set-aside.note", () => batches.SetAsideAsync(id, reason, current.Actor, ct), ct);

    /// <summary>The envelope, or a further page.</summary>
    [HttpPost("files")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> AddFiles(Guid id, LetterFileKind kind, FilesForm form, [FromServices] LetterScanService scans, [FromServices] Uploads uploads, [FromServices] IStringLocalizer<FileTexts> files, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), files["none.chosen"]);
        }

        form.Keep = FilesForm.Original;
        if (!ModelState.IsValid || !await uploads.TakeAsync(form, ModelState, (file, _) => scans.AddFileAsync(id, kind, file, current.Actor, ct), ct))
        {
            return RuleForm.Again(this, await Letter(id, null, ct));
        }

        TempData["Note"] = texts["file.note"].Value;
        return LocalRedirect($"~/desk/post/letters/{id}");
    }

    /// <summary>The copy without particulars: shown as a picture beside the form, otherwise a download that no browser runs (security.md C3, C4).</summary>
    [HttpGet("files/{file:guid}")]
    public async Task<IActionResult> File(Guid id, Guid file, [FromServices] LetterFileQueries files, CancellationToken ct) =>
        FileDownload.Of(Response, await files.FileAsync(id, file, HttpContext.Connection.RemoteIpAddress?.ToString(), current.Actor, ct));

    /// <summary>One page of a scanned PDF, drawn by the portal: no browser opens the file itself.</summary>
    [HttpGet("files/{file:guid}/pages/{leaf:int}")]
    public async Task<IActionResult> FilePage(Guid id, Guid file, int leaf, [FromServices] LetterFileQueries files, [FromServices] PdfPages pages, CancellationToken ct) =>
        await PdfPagePictures.OfAsync(Response, pages, await files.FileAsync(id, file, HttpContext.Connection.RemoteIpAddress?.ToString(), current.Actor, ct), leaf, ct);

    private async Task<IActionResult> DoAsync(Guid id, Func<string, string> fieldOf, string done, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, fieldOf, act))
        {
            return RuleForm.Again(this, await Letter(id, null, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/desk/post/letters/{id}");
    }

    private async Task<IActionResult> ShowAsync(OpenedLetterSheet letter, OpenedLetterForm form, CancellationToken ct)
    {
        ViewData["Letter"] = letter;
        ViewData["Repeat"] = true;
        var bag = await queries.SheetAsync(letter.BatchId, current.Actor, ct);
        ViewData["Numbers"] = bag.Rows.Where(row => row.Number is not null && row.Id != letter.Id).ToList();
        if (letter.Disposition == LetterDispositions.RiskRaised || form.Disposition == LetterDispositions.RiskRaised)
        {
            ViewData["Contacts"] = await contacts.OfAsync(current.Actor.OfficeId, ct);
        }

        return View("~/Areas/Desk/Views/Post/Letter.cshtml", form);
    }
}
