using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Retaliation;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>A petitioner told a member of staff of retaliation: it goes past the unit to the chief and the inspectors (domain.md 3.8).</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
[Route("/cases/{number}/retaliation")]
public sealed class ToldRetaliationController(
    RetaliationQueries queries, RetaliationService retaliation, ICurrentActor current, RuleForm rules, IStringLocalizer<RetaliationTexts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Report(string number, CancellationToken ct) => ShowAsync(number, new RetaliationForm(), ct);

    [HttpPost("")]
    public async Task<IActionResult> Report(string number, RetaliationForm form, [FromServices] IStringLocalizer<RuleTexts> missing, CancellationToken ct)
    {
        form.Check(ModelState, missing);
        if (!await rules.TryAsync(ModelState, RetaliationForm.FieldOf, () => retaliation.ReportAsync(number, form.ToRequest(), current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(number, form, ct));
        }

        TempData["Note"] = texts["told.done"].Value;
        return LocalRedirect((await queries.MatterAsync(number, current.Actor, ct)).Opens ? $"~/cases/{number}" : "~/desk");
    }

    private async Task<IActionResult> ShowAsync(string number, RetaliationForm form, CancellationToken ct)
    {
        ViewData["Matter"] = await queries.MatterAsync(number, current.Actor, ct);
        return View("Report", form);
    }
}
