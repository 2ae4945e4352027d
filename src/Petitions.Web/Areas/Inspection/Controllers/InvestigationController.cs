using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>What the investigating members do with a case: notes, checklist, findings, lessons, closing (journey J9 steps 4 to 7).</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.InspectAccountability)]
[Route("/inspection/reviews/{id:guid}")]
public sealed class InvestigationController(
    ReviewQueries queries, ReviewTimelineQueries timelines, InvestigationService investigation, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts) : Controller
{
    [HttpPost("timeline")]
    public async Task<IActionResult> Note(Guid id, NoteForm form, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, NoteForm.FieldOf, () => investigation.NoteAsync(id, form.Seq, form.Text, current.Actor, ct)))
        {
            ViewData["Sheet"] = await timelines.ReadAsync(id, current.Actor, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
            return RuleForm.Again(this, View("~/Areas/Inspection/Views/Reviews/Timeline.cshtml", form));
        }

        TempData["Note"] = texts["note.done"].Value;
        return LocalRedirect($"~/inspection/reviews/{id}/timeline");
    }

    [HttpGet("checks/{step}")]
    public async Task<IActionResult> Check(Guid id, int step, CancellationToken ct)
    {
        var sheet = await LoadAsync(id, ct);
        return sheet.Checklist is { } list && step >= 1 && step <= list.Steps.Count ? View("Check", new CheckForm { Step = step, Done = true }) : NotFound();
    }

    [HttpPost("checks/{step}")]
    public Task<IActionResult> Check(Guid id, int step, CheckForm form, CancellationToken ct)
    {
        form.Step = step;
        return ActAsync(id, "Check", form, CheckForm.FieldOf, () => investigation.CheckAsync(id, step, form.Done, form.Note, current.Actor, ct), "check.done", ct);
    }

    [HttpGet("findings/new")]
    public async Task<IActionResult> Find(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return View("Find", new FindingForm());
    }

    [HttpPost("findings/new")]
    public Task<IActionResult> Find(Guid id, FindingForm form, CancellationToken ct) =>
        ActAsync(id, "Find", form, FindingForm.FieldOf, () => investigation.FindAsync(form.ToRequest(id), current.Actor, ct), "finding.done", ct);

    [HttpPost("findings/{finding:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, Guid finding, CancellationToken ct)
    {
        await investigation.WithdrawAsync(id, finding, current.Actor, ct);
        TempData["Note"] = texts["finding.withdrawn"].Value;
        return LocalRedirect($"~/inspection/reviews/{id}");
    }

    [HttpGet("lessons")]
    public async Task<IActionResult> Learn(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return View("Learn", new LessonForm());
    }

    [HttpPost("lessons")]
    public Task<IActionResult> Learn(Guid id, LessonForm form, CancellationToken ct) =>
        ActAsync(id, "Learn", form, LessonForm.FieldOf, () => investigation.LearnAsync(id, form.ToRequest(), current.Actor, ct), "lesson.done", ct);

    /// <summary>A training proposal from a cause in one click (seed feature 56).</summary>
    [HttpPost("training")]
    public async Task<IActionResult> Train(Guid id, string? cause, [FromServices] ReviewCodes codes, [FromServices] TrainingProposals training, CancellationToken ct)
    {
        await training.ProposeAsync(id, cause, codes.TrainingText(cause ?? ""), current.Actor, ct);
        TempData["Note"] = texts["training.done"].Value;
        return LocalRedirect($"~/inspection/reviews/{id}");
    }

    [HttpGet("close")]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct)
    {
        var sheet = await LoadAsync(id, ct);
        return View("Close", new CloseForm { Causes = [.. sheet.Review.StandingFactors] });
    }

    [HttpPost("close")]
    public Task<IActionResult> Close(Guid id, CloseForm form, [FromServices] ReviewClosingService closing, [FromServices] TimeProvider clock, CancellationToken ct) =>
        ActAsync(id, "Close", form, CloseForm.FieldOf, () => closing.CloseAsync(form.ToRequest(id), current.Actor, clock.GetUtcNow().UtcDateTime, ct), "close.done", ct);

    [HttpGet("no-fault")]
    public async Task<IActionResult> NoFault(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return View("NoFault", new NoFaultForm());
    }

    [HttpPost("no-fault")]
    public Task<IActionResult> NoFault(Guid id, NoFaultForm form, [FromServices] NoFaultService ending, [FromServices] TimeProvider clock, CancellationToken ct) =>
        ActAsync(id, "NoFault", form, NoFaultForm.FieldOf, () => ending.EndAsync(id, form.Reason, form.Told, current.Actor, clock.GetUtcNow().UtcDateTime, ct), "no-fault.done", ct);

    private async Task<IActionResult> ActAsync(Guid id, string page, object form, Func<string, string> fieldOf, Func<Task> act, string done, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, fieldOf, act))
        {
            await LoadAsync(id, ct);
            return RuleForm.Again(this, View(page, form));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/inspection/reviews/{id}");
    }

    private async Task<ReviewSheet> LoadAsync(Guid id, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        ViewData["Sheet"] = sheet;
        return sheet.MayRead ? sheet : throw new NotFoundException();
    }
}
