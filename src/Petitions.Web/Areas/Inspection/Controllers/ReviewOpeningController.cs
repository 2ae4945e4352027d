using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;
using Petitions.Web.Areas.Inspection.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>Opening or refusing what was proposed, and appointing who investigates (journey J9 step 3).</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.OpenAccountability)]
[Route("/inspection/reviews/{id:guid}")]
public sealed class ReviewOpeningController(ReviewQueries queries, ReviewService reviews, ICurrentActor current, RuleForm rules, IStringLocalizer<ReviewTexts> texts, TimeProvider clock) : Controller
{
    [HttpGet("open")]
    public async Task<IActionResult> Open(Guid id, CancellationToken ct)
    {
        var sheet = await LoadAsync(id, ct);
        return View("Open", new OpenForm
        {
            From = ChinaTime.DateOf(sheet.ReceivedAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            To = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            BodyId = current.Actor.DepartmentId,
        });
    }

    [HttpPost("open")]
    public Task<IActionResult> Open(Guid id, OpenForm form, CancellationToken ct) =>
        ActAsync(id, "Open", form, OpenForm.FieldOf, () => reviews.OpenAsync(form.ToRequest(id), current.Actor, ct), "open.done", ct);

    [HttpGet("refuse")]
    public async Task<IActionResult> Refuse(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return View("Refuse", new ReasonForm());
    }

    [HttpPost("refuse")]
    public Task<IActionResult> Refuse(Guid id, ReasonForm form, CancellationToken ct) =>
        ActAsync(id, "Refuse", form, ReasonForm.FieldOf, () => reviews.RefuseAsync(id, form.Reason, current.Actor, ct), "refuse.done", ct);

    [HttpGet("members")]
    public async Task<IActionResult> Members(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return View("Members", new MemberForm());
    }

    [HttpPost("members")]
    public Task<IActionResult> Members(Guid id, MemberForm form, CancellationToken ct) =>
        ActAsync(id, "Members", form, MemberForm.FieldOf, () => reviews.AppointAsync(id, form.StaffId ?? Guid.Empty, current.Actor, ct), "members.done", ct);

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
        return sheet;
    }
}
