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

/// <summary>What the investigating members do with one officer: ask, hear, advise, serve, take his remedies down (domain.md rows 11, 47).</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.InspectAccountability)]
[Route("/inspection/reviews/{id:guid}/officers/{officer:guid}")]
public sealed class HearingController(
    OfficerPages pages, InvestigationService investigation, LiabilityService liability, RemedyService remedies, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts) : Controller
{
    [HttpPost("ask")]
    public async Task<IActionResult> Ask(Guid id, Guid officer, CancellationToken ct)
    {
        await investigation.AskAsync(id, officer, current.Actor, ct);
        TempData["Note"] = texts["ask.done"].Value;
        return LocalRedirect($"~/inspection/reviews/{id}");
    }

    [HttpGet("statement")]
    public Task<IActionResult> Hear(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Hear", id, officer, new StatementForm { Stated = "yes" }, ct);

    [HttpPost("statement")]
    public Task<IActionResult> Hear(Guid id, Guid officer, StatementForm form, [FromServices] HearingService hearing, CancellationToken ct) =>
        ActAsync(id, officer, "Hear", form, StatementForm.FieldOf, () => hearing.HearAsync(id, officer, form.Stated != "no", form.Text, current.Actor, ct), "statement.done", ct);

    [HttpGet("opinion")]
    public Task<IActionResult> Advise(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Advise", id, officer, new OpinionForm(), ct);

    [HttpPost("opinion")]
    public Task<IActionResult> Advise(Guid id, Guid officer, OpinionForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Advise", form, OpinionForm.FieldOf, () => investigation.AdviseAsync(id, officer, form.ToRequest(), current.Actor, ct), "opinion.done", ct);

    [HttpGet("service")]
    public Task<IActionResult> Serve(Guid id, Guid officer, [FromServices] TimeProvider clock, CancellationToken ct) => pages.ShowAsync(this, "Serve", id, officer, ServiceForm.Today(clock), ct);

    [HttpPost("service")]
    public Task<IActionResult> Serve(Guid id, Guid officer, ServiceForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Serve", form, ServiceForm.FieldOf, () => liability.ServeAsync(id, officer, DateText.Parse(form.On), form.Way, current.Actor, ct), "serve.done", ct);

    [HttpGet("remedy")]
    public Task<IActionResult> Remedy(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Remedy", id, officer, new RemedyForm { Kind = "recheck" }, ct);

    [HttpPost("remedy")]
    public Task<IActionResult> Remedy(Guid id, Guid officer, RemedyForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Remedy", form, RemedyForm.FieldOf, () => remedies.ReceiveAsync(id, officer, form.Kind == "appeal", DateText.Parse(form.On), form.Grounds, current.Actor, ct), "remedy.done", ct);

    [HttpGet("recheck-service")]
    public Task<IActionResult> ServeRecheck(Guid id, Guid officer, [FromServices] TimeProvider clock, CancellationToken ct) => pages.ShowAsync(this, "Serve", id, officer, ServiceForm.Today(clock), ct);

    [HttpPost("recheck-service")]
    public Task<IActionResult> ServeRecheck(Guid id, Guid officer, ServiceForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Serve", form, ServiceForm.FieldOf, () => remedies.ServeRecheckAsync(id, officer, DateText.Parse(form.On), form.Way, current.Actor, ct), "serve.done", ct);

    [HttpGet("appeal-ruling")]
    public Task<IActionResult> RuleAppeal(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Ruling", id, officer, new RulingForm(), ct);

    [HttpPost("appeal-ruling")]
    public Task<IActionResult> RuleAppeal(Guid id, Guid officer, RulingForm form, CancellationToken ct) =>
        ActAsync(id, officer, "Ruling", form, RulingForm.FieldOf, () => remedies.DecideAppealAsync(id, officer, form.ToRequest(), current.Actor, ct), "ruling.done", ct);

    [HttpGet("extension")]
    public Task<IActionResult> AskExtension(Guid id, Guid officer, CancellationToken ct) => pages.ShowAsync(this, "Extension", id, officer, new ExtensionForm(), ct);

    [HttpPost("extension")]
    public Task<IActionResult> AskExtension(Guid id, Guid officer, ExtensionForm form, [FromServices] ReviewExtensions extensions, CancellationToken ct) =>
        ActAsync(id, officer, "Extension", form, ExtensionForm.FieldOf, () => extensions.AskAsync(id, officer, form.Amount ?? 0, form.Reason, current.Actor, ct), "extension.done", ct);

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
