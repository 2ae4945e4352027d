using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Exports;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The second person's word on exports with many rows or with names in clear (security.md B10).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.ApproveExports)]
public sealed class ExportApprovalsController(ExportService exports, ExportQueries queries, ICurrentActor current, RuleForm rules, IStringLocalizer<ExportPageTexts> texts) : Controller
{
    [HttpGet("/export-approvals")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("~/Areas/Casework/Views/Exports/Waiting.cshtml", await queries.WaitingAsync(current.Actor, ct));

    [HttpPost("/export-approvals/{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, bool approve, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => exports.DecideAsync(id, approve, current.Actor, ct)))
        {
            return RuleForm.Again(this, await Index(ct));
        }

        TempData["Note"] = texts[approve ? "approved" : "refused"].Value;
        return LocalRedirect("~/export-approvals");
    }
}
