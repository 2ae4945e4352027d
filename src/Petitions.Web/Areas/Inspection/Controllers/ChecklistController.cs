using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>The office's checklist for reviews and its versions (seed feature 54).</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.OpenAccountability)]
[Route("/inspection/reviews/checklist")]
public sealed class ChecklistController(ChecklistBook book, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts) : Controller
{
    private const string Page = "~/Areas/Inspection/Views/Reviews/Checklist.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Edit(CancellationToken ct)
    {
        var versions = await LoadAsync(ct);
        return View(Page, new ChecklistForm { Steps = versions.Count > 0 ? versions[0].Text : null });
    }

    [HttpPost("")]
    public async Task<IActionResult> Edit(ChecklistForm form, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, ChecklistForm.FieldOf, () => book.ReviseAsync(form.Steps, form.Reason, current.Actor, ct)))
        {
            await LoadAsync(ct);
            return RuleForm.Again(this, View(Page, form));
        }

        TempData["Note"] = texts["checklist.done"].Value;
        return LocalRedirect("~/inspection/reviews/checklist");
    }

    private async Task<IReadOnlyList<ReviewChecklist>> LoadAsync(CancellationToken ct)
    {
        var versions = await book.VersionsAsync(ChecklistBook.OfficeOf(current.Actor), ct);
        ViewData["Versions"] = versions;
        return versions;
    }
}
