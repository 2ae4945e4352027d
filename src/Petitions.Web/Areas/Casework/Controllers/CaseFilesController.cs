using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Pages;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The files of a matter for staff: the list, the cleaned copies, originals for the handler with a reason, adding.</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
[Route("/cases/{number}/files")]
public sealed class CaseFilesController(
    AttachmentQueries files, AttachmentService attachments, ReadLog reads, ReferenceCatalog reference, ICurrentActor current, Uploads uploads, RuleForm rules, IStringLocalizer<FileTexts> texts) : Controller
{
    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    [HttpGet("")]
    public async Task<IActionResult> Sheet(string number, CancellationToken ct) => await ShowAsync(number, new FilesForm(), ct);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Copy(string number, Guid id, CancellationToken ct) =>
        FileDownload.Of(Response, await files.StaffCopyAsync(number, id, Address, current.Actor, ct));

    /// <summary>The pages of a scanned PDF on one page, each a picture of its own; the file itself stays a download.</summary>
    [HttpGet("{id:guid}/pages")]
    public async Task<IActionResult> Pages(string number, Guid id, [FromServices] PdfPages pages, CancellationToken ct)
    {
        var file = await files.StaffCopyAsync(number, id, Address, current.Actor, ct);
        await using var content = file.Content;
        return file.Type == PdfPagePictures.Pdf && await pages.CountAsync(content, ct) is var count and > 0
            ? View("~/Areas/Casework/Views/Files/Pages.cshtml", new FilePages(number, id, file.Name, count))
            : NotFound();
    }

    [HttpGet("{id:guid}/pages/{leaf:int}")]
    public async Task<IActionResult> PagePicture(string number, Guid id, int leaf, [FromServices] PdfPages pages, CancellationToken ct) =>
        await PdfPagePictures.OfAsync(Response, pages, await files.StaffCopyAsync(number, id, Address, current.Actor, ct), leaf, ct);

    [HttpPost("{id:guid}/original")]
    public async Task<IActionResult> Original(string number, Guid id, OriginalForm form, CancellationToken ct)
    {
        OpenedFile? opened = null;
        return await rules.TryAsync(ModelState, code => code == "petition.reason" ? nameof(form.Reason) : "", async () =>
            opened = await files.StaffOriginalAsync(number, id, form.Reason, Address, current.Actor, ct))
            ? FileDownload.Of(Response, opened!)
            : RuleForm.Again(this, await ShowAsync(number, new FilesForm(), ct));
    }

    [HttpPost("")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Add(string number, FilesForm form, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), texts["none.chosen"]);
        }

        if (form.Channel is null || !reference.Holds("IntakeChannel", form.Channel))
        {
            ModelState.AddModelError(nameof(form.Channel), texts["channel.choose"]);
        }

        form.Keep = FilesForm.Original;
        var taken = ModelState.IsValid && await uploads.TakeAsync(form, ModelState, (file, _) => attachments.AddByStaffAsync(number, file, form.Channel!, current.Actor, ct), ct);
        if (!taken)
        {
            return RuleForm.Again(this, await ShowAsync(number, form, ct));
        }

        TempData["Note"] = texts["added"].Value;
        return LocalRedirect($"~/cases/{number}/files");
    }

    private async Task<IActionResult> ShowAsync(string number, FilesForm form, CancellationToken ct)
    {
        var sheet = await files.StaffSheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet.PetitionId, current.Actor, "Files", null, ct, Address);
        ViewData["Sheet"] = sheet;
        return View("~/Areas/Casework/Views/Files/Sheet.cshtml", form);
    }
}
