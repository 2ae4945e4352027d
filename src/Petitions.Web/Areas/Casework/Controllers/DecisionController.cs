using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Decisions;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>What one person proposed and this person may decide: refusals, transfers, exemptions, pauses, extensions, escalations.</summary>
[Area("Casework")]
[Authorize(Policy = Policy)]
public sealed class DecisionController(
    DecisionService decisions, DecisionQueries queries, ICurrentActor current, RuleForm rules, IStringLocalizer<ScreeningTexts> texts) : Controller
{
    public const string Policy = Abilities.ApproveNonAcceptance + "," + Abilities.ApproveTransfers + "," + Abilities.ConfirmPauses
        + "," + Abilities.ApproveExtensions + "," + Abilities.ConfirmClosing + "," + Abilities.ApproveEscalations;

    [HttpGet("/proposals")]
    public async Task<IActionResult> Waiting(Guid? after, CancellationToken ct) => View(await queries.WaitingAsync(after, current.Actor, ct));

    [HttpPost("/proposals/{id:guid}")]
    public async Task<IActionResult> Decide(Guid id, bool approve, string? reason, bool noConflict, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code switch { "petition.reason" => nameof(reason), "petition.conflict-not-declared" => nameof(noConflict), _ => "" }, () => decisions.DecideAsync(new DecideRequest(id, approve, reason, noConflict), current.Actor, ct)))
        {
            ViewData["Refused"] = id;
            return RuleForm.Again(this, View(nameof(Waiting), await queries.WaitingAsync(null, current.Actor, ct)));
        }

        TempData["Note"] = texts[approve ? "decide.approved" : "decide.returned"].Value;
        return LocalRedirect("~/proposals");
    }
}
