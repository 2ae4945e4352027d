using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Commitments;
using Petitions.Services.Petitions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>
/// The two-way commitments of a matter: both columns, an offer, an answer taken down. There is no action that changes a
/// promise (journey J16, tester a).
/// </summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
[Route("/cases/{number}/commitment")]
public sealed class CommitmentController(
    CommitmentQueries queries, CommitmentOfferService offers, CommitmentService commitments, ReadLog reads, ICurrentActor current, RuleForm rules,
    IStringLocalizer<CommitmentTexts> texts) : Controller
{
    /// <summary>As <see cref="CommitmentService.Acting"/>.</summary>
    public const string ActPolicy = Abilities.HandlePetitions + "," + Abilities.ScreenPetitions;

    [HttpGet("")]
    public Task<IActionResult> Sheet(string number, CancellationToken ct) => ShowAsync(number, null, ct);

    [HttpPost("offer")]
    [Authorize(Policy = ActPolicy)]
    public Task<IActionResult> Offer(string number, CommitmentForm form, CancellationToken ct)
    {
        foreach (var (field, _, typed) in form.Days.Where(day => !string.IsNullOrWhiteSpace(day.Typed)))
        {
            rules.RequireDay(ModelState, field, typed);
        }

        rules.RequireDay(ModelState, nameof(form.EndOn), form.EndOn);
        return DoAsync(number, form, "offered.done", () => offers.OfferAsync(form.ToRequest(number), current.Actor, ct), ct);
    }

    [HttpPost("sign")]
    [Authorize(Policy = ActPolicy)]
    public Task<IActionResult> Sign(string number, CancellationToken ct) =>
        DoAsync(number, null, "signed.done", () => commitments.TakeDownAsync(number, signed: true, current.Actor, ct), ct);

    [HttpPost("decline")]
    [Authorize(Policy = ActPolicy)]
    public Task<IActionResult> Decline(string number, CancellationToken ct) =>
        DoAsync(number, null, "declined.done", () => commitments.TakeDownAsync(number, signed: false, current.Actor, ct), ct);

    [HttpPost("kept/{promise:guid}")]
    [Authorize(Policy = ActPolicy)]
    public Task<IActionResult> Kept(string number, Guid promise, string? note, CancellationToken ct) =>
        DoAsync(number, null, "kept.done", () => commitments.KeptByPetitionerAsync(number, promise, note, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(string number, CommitmentForm? form, string done, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, CommitmentForm.FieldOf, act))
        {
            return RuleForm.Again(this, await ShowAsync(number, form, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/cases/{number}/commitment");
    }

    private async Task<IActionResult> ShowAsync(string number, CommitmentForm? form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet.PetitionId, current.Actor, "Commitment", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Sheet"] = sheet;
        return View("Sheet", form ?? CommitmentForm.Of(sheet.Proposal));
    }
}
