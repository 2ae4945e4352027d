using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The seats of a joint visit and the one-time links of outside guests (journey J8 steps 1, 2; domain.md row 30).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.CallJointVisits)]
[Route("/joint/{id:guid}/seats")]
public sealed class JointSeatsController(
    JointSeatService seats, JointGuestService guests, JointNotices notices, JointDesk desk, ICurrentActor current, RuleForm rules, IStringLocalizer<JointTexts> texts) : Controller
{
    [HttpGet("new")]
    public Task<IActionResult> New(Guid id, SeatKind kind, CancellationToken ct) => desk.SeatAsync(this, id, null, new SeatForm { Kind = kind }, ct);

    [HttpGet("{seat:guid}")]
    public Task<IActionResult> Edit(Guid id, Guid seat, CancellationToken ct) => desk.SeatAsync(this, id, seat, null, ct);

    [HttpPost("new")]
    public Task<IActionResult> Add(Guid id, SeatForm form, CancellationToken ct) => SaveAsync(id, null, form, ct);

    [HttpPost("{seat:guid}")]
    public Task<IActionResult> Change(Guid id, Guid seat, SeatForm form, CancellationToken ct) => SaveAsync(id, seat, form, ct);

    [HttpPost("{seat:guid}/drop")]
    public Task<IActionResult> Drop(Guid id, Guid seat, CancellationToken ct) =>
        desk.PrepareAsync(this, id, new JointForm(), "saved", () => seats.DropSeatAsync(id, seat, current.Actor, ct), ct);

    [HttpPost("{seat:guid}/brought")]
    public Task<IActionResult> Brought(Guid id, Guid seat, CancellationToken ct) =>
        desk.PrepareAsync(this, id, new JointForm(), "saved", () => guests.BroughtAsync(id, seat, current.Actor, ct), ct);

    /// <summary>The link is shown once, on this answer, and is nowhere afterwards.</summary>
    [HttpPost("{seat:guid}/invite")]
    public async Task<IActionResult> Invite(Guid id, Guid seat, CancellationToken ct)
    {
        byte[]? token = null;
        if (!await rules.TryAsync(ModelState, JointForm.FieldOf, async () => token = await guests.InviteAsync(id, seat, notices, current.Actor, ct)))
        {
            return RuleForm.Again(this, await desk.SheetAsync(this, id, new JointForm(), ct));
        }

        Response.Headers.CacheControl = "no-store";
        ViewData["Link"] = JointDesk.Whole(Request, JointLinks.Session(token!));
        return await desk.SheetAsync(this, id, new JointForm(), ct);
    }

    private async Task<IActionResult> SaveAsync(Guid id, Guid? seat, SeatForm form, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(form.BringBy))
        {
            rules.RequireDay(ModelState, nameof(form.BringBy), form.BringBy);
        }

        if (!await rules.TryAsync(ModelState, form.FieldOf, () => seats.SeatAsync(id, seat, form.ToRequest(), current.Actor, ct)))
        {
            return RuleForm.Again(this, await desk.SeatAsync(this, id, seat, form, ct));
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect($"~/joint/{id}");
    }
}
