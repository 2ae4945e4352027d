using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions;
using Petitions.Web.Files;
using Petitions.Web.Filing;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Photos and papers of a form under way. Whoever files for another reaches it from the check page.</summary>
[AllowAnonymous]
public sealed class FilingFilesController(DraftSession session, DraftFileService files, Uploads uploads) : FilingStepController(session)
{
    [HttpGet("/petitions/new/files")]
    public async Task<IActionResult> Files(bool change, CancellationToken ct) =>
        await Session.FindAsync(ct) is not { } answers ? LocalRedirect("~/petitions/new")
        : FilingSteps.FirstOpen(answers) < FilingStep.Files ? LocalRedirect("~" + FilingSteps.Path(FilingSteps.FirstOpen(answers)))
        : await ShowAsync(answers, change, new FilesForm { Keep = answers.IdentityMode == "Anonymous" ? FilesForm.CopyOnly : FilesForm.Original }, ct);

    /// <summary>Takes files, removes one, or goes on. Files chosen when "continue" is pressed are taken too.</summary>
    [HttpPost("/petitions/new/files")]
    [UploadLimits]
    [EnableRateLimiting(LimitSetup.Upload)]
    public async Task<IActionResult> Files(bool change, bool later, FilesForm form, CancellationToken ct)
    {
        if (await Session.FindAsync(ct) is not { } answers)
        {
            return LocalRedirect("~/petitions/new");
        }

        if (FilingSteps.FirstOpen(answers) < FilingStep.Files)
        {
            return LocalRedirect("~" + FilingSteps.Path(FilingSteps.FirstOpen(answers)));
        }

        if (form.Do?.StartsWith("remove-", StringComparison.Ordinal) == true && Guid.TryParse(form.Do["remove-".Length..], out var id))
        {
            await files.RemoveAsync(Session.Token, id, ct);
            return Again(change);
        }

        var taken = await uploads.TakeAsync(form, ModelState, (file, wish) => files.AddAsync(Session.Token, file, wish, ct), ct);
        if (Request.Headers.ContainsKey(Uploads.ScriptHeader))
        {
            return Json(new { errors = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage) });
        }

        if (!taken)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(answers, change, form, ct);
        }

        if (form.Do == "add")
        {
            return Again(change);
        }

        var changed = answers with { FilesAnswered = true };
        await Session.SaveAsync(changed, ct);
        return later ? LocalRedirect("~/petitions/new/later") : Redirect("~" + FilingSteps.Path(FilingSteps.Next(FilingStep.Files, changed, change)));
    }

    private async Task<IActionResult> ShowAsync(DraftAnswers answers, bool change, FilesForm form, CancellationToken ct)
    {
        ViewData["Files"] = await files.ListAsync(Session.Token, ct);
        return Page(FilingStep.Files, answers, change, form);
    }

    private LocalRedirectResult Again(bool change) => LocalRedirect("~" + FilingSteps.Path(FilingStep.Files, change));
}
