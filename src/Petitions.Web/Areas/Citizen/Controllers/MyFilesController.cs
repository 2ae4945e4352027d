using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions;
using Petitions.Web.Files;
using Petitions.Web.Filing;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Adding files to one's own matter later, and getting the own ones back.</summary>
[Area("Citizen")]
[AllowAnonymous]
[Route("/petitions/{number:length(10,16)}/files")]
public sealed class MyFilesController(
    AccessTickets tickets, CitizenPetitionQueries queries, AttachmentService attachments, AttachmentQueries files, Uploads uploads, IStringLocalizer<FileTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Add(string number, CancellationToken ct) =>
        tickets.Find(HttpContext, number) is { } actor && await queries.StatusAsync(actor, ct) is { MayAdd: true } status
            ? Show(status, new FilesForm { Keep = status.Anonymous ? FilesForm.CopyOnly : FilesForm.Original })
            : AskAgain(number);

    [HttpPost("")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Add(string number, FilesForm form, CancellationToken ct)
    {
        if (tickets.Find(HttpContext, number) is not { } actor || await queries.StatusAsync(actor, ct) is not { MayAdd: true } status)
        {
            return AskAgain(number);
        }

        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), texts["none.chosen"]);
        }

        var taken = await uploads.TakeAsync(form, ModelState, (file, wish) => attachments.SupplyAsync(file, wish, actor, ct), ct);
        if (Request.Headers.ContainsKey(Uploads.ScriptHeader))
        {
            return Json(new { errors = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage) });
        }

        if (!taken)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Show(status, form);
        }

        TempData["Note"] = texts["added"].Value;
        return LocalRedirect($"~/petitions/{number}");
    }

    /// <summary>One file, for whoever entered the code again a moment ago: the key stands in that page only.</summary>
    [HttpPost("{id:guid}")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Open(string number, Guid id, string? key, CancellationToken ct) =>
        tickets.Find(HttpContext, number) is { PetitionId: { } petition } actor && tickets.IsFileKey(key, petition, id)
            ? FileDownload.Of(Response, await files.CitizenCopyAsync(id, actor, ct))
            : AskAgain(number);

    private LocalRedirectResult AskAgain(string number) => LocalRedirect($"~/petitions/track?number={Uri.EscapeDataString(number)}");

    private ViewResult Show(CitizenStatus status, FilesForm form)
    {
        ViewData["Anonymous"] = status.Anonymous;
        return View("~/Areas/Citizen/Views/Track/Files.cshtml", form);
    }
}
