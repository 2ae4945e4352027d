using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Documents;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>The officer's own page: exactly what was put to him, his statement, the decision and his remedies (journey J9 step 5, tester f).</summary>
[Area("Inspection")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
[Route("/staff/reviews")]
public sealed class OwnReviewsController(
    OwnReviewQueries queries, OwnReviewService own, ReviewPapers papers, PaperAnswers answers, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await queries.ListAsync(current.Actor, ct));

    [HttpGet("{officer:guid}")]
    public Task<IActionResult> Read(Guid officer, CancellationToken ct) => ShowAsync(officer, new OwnReviewForm(), ct);

    [HttpPost("{officer:guid}/statement")]
    public Task<IActionResult> State(Guid officer, OwnReviewForm form, CancellationToken ct) =>
        ActAsync(officer, form, () => own.StateAsync(officer, form.Text, current.Actor, ct), "own.stated", ct);

    [HttpPost("{officer:guid}/decline")]
    public Task<IActionResult> Decline(Guid officer, OwnReviewForm form, CancellationToken ct) =>
        ActAsync(officer, form, () => own.DeclineAsync(officer, form.Text, current.Actor, ct), "own.declined", ct);

    [HttpPost("{officer:guid}/recheck")]
    public Task<IActionResult> Recheck(Guid officer, OwnReviewForm form, CancellationToken ct) =>
        ActAsync(officer, form, () => own.ContestAsync(officer, appeal: false, form.Text, current.Actor, ct), "own.contested", ct);

    [HttpPost("{officer:guid}/appeal")]
    public Task<IActionResult> Appeal(Guid officer, OwnReviewForm form, CancellationToken ct) =>
        ActAsync(officer, form, () => own.ContestAsync(officer, appeal: true, form.Text, current.Actor, ct), "own.contested", ct);

    [HttpGet("{officer:guid}/papers/{document:guid}")]
    public async Task<IActionResult> Print(Guid officer, Guid document, CancellationToken ct) =>
        answers.Show(this, await papers.PaperAsync(await queries.PaperAsync(officer, document, current.Actor, ct), ct), Here(officer, document), $"~/staff/reviews/{officer}");

    [HttpGet("{officer:guid}/papers/{document:guid}.pdf")]
    public async Task<IActionResult> Pdf(Guid officer, Guid document, CancellationToken ct)
    {
        var issued = await queries.PaperAsync(officer, document, current.Actor, ct);
        return await answers.PdfAsync(this, await papers.PaperAsync(issued, ct), Here(officer, document), $"~/staff/reviews/{officer}", issued.Title, ct);
    }

    [HttpGet("{officer:guid}/papers/{document:guid}.docx")]
    public async Task<IActionResult> Docx(Guid officer, Guid document, CancellationToken ct)
    {
        var issued = await queries.PaperAsync(officer, document, current.Actor, ct);
        return answers.Docx(this, await papers.PaperAsync(issued, ct), issued.Title);
    }

    private async Task<IActionResult> ActAsync(Guid officer, OwnReviewForm form, Func<Task> act, string done, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, OwnReviewForm.FieldOf, act))
        {
            return RuleForm.Again(this, await ShowAsync(officer, form, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/staff/reviews/{officer}");
    }

    private async Task<IActionResult> ShowAsync(Guid officer, OwnReviewForm form, CancellationToken ct)
    {
        ViewData["Own"] = await queries.ReadAsync(officer, current.Actor, ct);
        return View("Read", form);
    }

    private static string Here(Guid officer, Guid document) => FormattableString.Invariant($"~/staff/reviews/{officer}/papers/{document}");
}
