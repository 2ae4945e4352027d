using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Documents;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>
/// Signing the record (J2 D3): the text in 24 pt and the pad below it, one person after another; paper, thumb print and
/// refusal beside it. What is signed is the text on the page: its digest comes back with the signature.
/// </summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class SignatureController(
    TranscriptSigning signing, TranscriptQueries queries, TranscriptPapers papers, ICurrentActor current, RuleForm rules, IStringLocalizer<TranscriptTexts> texts) : Controller
{
    /// <param name="id">The visit.</param>
    /// <param name="signer">Whose turn it is; the first who has not signed when it says nothing.</param>
    /// <param name="ct">Cancels.</param>
    [HttpGet("/desk/visits/{id:guid}/transcript/sign")]
    public Task<IActionResult> Sign(Guid id, string? signer, CancellationToken ct) => PageAsync(id, new SignForm { Signer = signer }, ct);

    [HttpPost("/desk/visits/{id:guid}/transcript/sign")]
    public async Task<IActionResult> Take(Guid id, SignForm form, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, SignForm.FieldOf, () => signing.SignAsync(id, form.ToRequest(), current.Actor, ct)))
        {
            return RuleForm.Again(this, await PageAsync(id, form, ct));
        }

        TempData["Note"] = texts["signed"].Value;
        return LocalRedirect($"~/desk/visits/{id}/transcript/sign");
    }

    /// <summary>The scan of a page with signature or thumb print, kept with the files of the matter and tied to its version.</summary>
    [HttpPost("/desk/visits/{id:guid}/transcript/{version}/page")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Page(Guid id, int version, FilesForm form, [FromServices] Uploads uploads, [FromServices] IStringLocalizer<FileTexts> files, CancellationToken ct)
    {
        if (form.Files.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Files), files["none.chosen"]);
        }

        form.Keep = FilesForm.Original;
        if (!ModelState.IsValid || !await uploads.TakeAsync(form, ModelState, (file, _) => signing.AddPageAsync(id, version, file, current.Actor, ct), ct))
        {
            return RuleForm.Again(this, await PageAsync(id, new SignForm(), ct));
        }

        TempData["Note"] = texts["page.added"].Value;
        return LocalRedirect($"~/desk/visits/{id}/transcript/sign");
    }

    private async Task<IActionResult> PageAsync(Guid id, SignForm form, CancellationToken ct)
    {
        var sheet = await queries.ReadAsync(id, null, current.Actor, ct) ?? throw new NotFoundException();
        ViewData["Sheet"] = sheet;
        ViewData["Script"] = await papers.ScriptAsync(sheet, ct);
        ViewData["Signer"] = sheet.Signers.FirstOrDefault(line => line.Signature is null && line.Signer.Key == form.Signer) ?? sheet.Signers.FirstOrDefault(line => line.Signature is null);
        Response.Headers.CacheControl = "no-store";
        return View("~/Areas/Desk/Views/Visits/Sign.cshtml", form);
    }
}
