using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>The leader decides on liability, and on a recheck of it (domain.md rows 11, 47; JR24-27, summary).</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.DecideLiability)]
[Route("/inspection/reviews/{id:guid}/officers/{officer:guid}")]
public sealed class LiabilityController(
    OfficerPages pages, LiabilityService liability, RemedyService remedies, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts) : Controller
{
    [HttpGet("decision")]
    public Task<IActionResult> Decide(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Decide", id, officer, new DecisionForm(), ct);

    [HttpPost("decision")]
    public Task<IActionResult> Decide(Guid id, Guid officer, DecisionForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Decide", form, DecisionForm.FieldOf, () => liability.DecideAsync(form.ToRequest(id, officer), current.Actor, ct), "decision.done", ct);

    [HttpGet("recheck-ruling")]
    public Task<IActionResult> RuleRecheck(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Ruling", id, officer, new RulingForm(), ct);

    [HttpPost("recheck-ruling")]
    public Task<IActionResult> RuleRecheck(Guid id, Guid officer, RulingForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Ruling", form, RulingForm.FieldOf, () => remedies.DecideRecheckAsync(id, officer, form.ToRequest(), current.Actor, ct), "ruling.done", ct);

    [HttpGet("extension-ruling")]
    public Task<IActionResult> RuleExtension(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "ExtensionRuling", id, officer, new ExtensionRulingForm { Granted = "yes" }, ct);

    [HttpPost("extension-ruling")]
    public Task<IActionResult> RuleExtension(Guid id, Guid officer, ExtensionRulingForm form, [FromServices] ReviewExtensions extensions, CancellationToken ct) =>
        ActAsync(id, officer, "ExtensionRuling", form, ExtensionRulingForm.FieldOf, () => extensions.DecideAsync(id, officer, form.Granted == "yes", form.Reason, current.Actor, ct), "extension.decided", ct);

    private async Task<IActionResult> ActAsync(Guid id, Guid officer, string page, object form, Func<string, string> fieldOf, Func<Task> act, string done, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, fieldOf, act))
        {
            return RuleForm.Again(this, await pages.ShowAsync(this, page, id, officer, form, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/inspection/reviews/{id}");
    }
}
