using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.FollowUps;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Call-backs after a low rating, made by somebody who never touched the matter (journey J9 steps 1 and 2).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.MakeCallbacks)]
[Route("/call-backs")]
public sealed class CallbackController(
    CallbackQueries queries, CallbackService callbacks, ReadLog reads, ICurrentActor current, RuleForm rules, IStringLocalizer<CallbackTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, CancellationToken ct) => View(await queries.ListAsync(after, current.Actor, ct));

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Sheet(Guid id, CancellationToken ct) => ShowAsync(id, new CallbackForm(), ct);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Done(Guid id, CallbackForm form, [FromServices] VisitCallbackService visits, CancellationToken ct)
    {
        var visit = (await queries.SheetAsync(id, current.Actor, ct)).Visit is not null;
        if (!await rules.TryAsync(ModelState, CallbackForm.FieldOf,
            () => visit ? visits.DoneAsync(id, form.ToReport(), current.Actor, ct) : callbacks.DoneAsync(id, form.ToReport(), current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(id, form, ct));
        }

        // Whoever was chosen for this call alone may no longer open the matter.
        TempData["Note"] = texts["done"].Value;
        return LocalRedirect("~/call-backs");
    }

    /// <summary>Name and telephone for the call, once; that they were looked up stands on the matter or the visit (security.md B3, B4).</summary>
    [HttpPost("{id:guid}/contact")]
    [Authorize(Policy = Abilities.RevealIdentity)]
    public async Task<IActionResult> Contact(Guid id, [FromServices] IdentityService identities, [FromServices] VisitCallbackService visits, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        var (reason, address) = (texts["contact.reason"].Value, HttpContext.Connection.RemoteIpAddress?.ToString());
        RevealedIdentity? revealed = null;
        if (sheet.DoneAt is not null || sheet.HasActed || !await rules.TryAsync(ModelState, _ => "", async () =>
            revealed = sheet.Number is { } number
                ? await identities.RevealAsync(number, reason, address, current.Actor, ct)
                : await visits.ContactAsync(id, reason, address, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(id, new CallbackForm(), ct));
        }

        Response.Headers.CacheControl = "no-store";
        ViewData["Callback"] = id;
        return View(revealed);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CallbackForm form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        if (sheet.PetitionId is { } petition)
        {
            await reads.RecordAsync(petition, current.Actor, "Callback", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        }

        ViewData["Sheet"] = sheet;
        return View("Sheet", form);
    }
}
