using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Calls and letters into the one register (seed features 14, 15): a form, a receipt, and the next one.</summary>
[Area("Desk")]
public sealed class EntryController(
    IntakeEntryService entries, PetitionIntakeService intake, DeskSeat seat, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> texts, TimeProvider clock) : Controller
{
    [HttpGet("/desk/calls/new")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    [Authorize(Policy = Abilities.ReceiveVisitors)]
    public IActionResult Call() => Page("Call", CallForm.At(clock.GetUtcNow().UtcDateTime));

    [HttpPost("/desk/calls")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    [Authorize(Policy = Abilities.ReceiveVisitors)]
    public async Task<IActionResult> TakeCall(CallForm form, CancellationToken ct)
    {
        var entry = form.ToEntry(seat.Place.OfficeId);
        if (entry is null)
        {
            ModelState.AddModelError(nameof(form.CalledAt), texts["call.time.missing"]);
        }

        return await DoAsync(form, "Call", CallForm.EntryFieldOf, () => entries.TakeCallAsync(entry!, current.Actor, ct));
    }

    [HttpGet("/desk/post/new")]
    [Authorize(Policy = Abilities.OpenLetters)]
    public IActionResult Post() => Page("Post", PostForm.At(clock.GetUtcNow().UtcDateTime));

    [HttpPost("/desk/post")]
    [Authorize(Policy = Abilities.OpenLetters)]
    public async Task<IActionResult> TakeLetter(PostForm form, CancellationToken ct)
    {
        var entry = form.ToEntry(seat.Place.OfficeId);
        if (entry is null)
        {
            ModelState.AddModelError(nameof(form.ReceivedOn), texts["post.day.missing"]);
        }

        return await DoAsync(form, "Post", PostForm.EntryFieldOf, () => entries.TakeLetterAsync(entry!, current.Actor, ct));
    }

    /// <summary>What to tell the caller, or to write back. Whoever holds the random key of the form holds the receipt.</summary>
    [HttpGet("/desk/receipts/{key:guid}")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    public async Task<IActionResult> Receipt(Guid key, bool large, CancellationToken ct)
    {
        ViewData["Large"] = large;
        return await intake.ReceiptAsync(key, ct) is { } receipt ? View("~/Areas/Desk/Views/Visits/Receipt.cshtml", receipt) : NotFound();
    }

    private async Task<IActionResult> DoAsync(MatterFields form, string page, Func<string, string> fieldOf, Func<Task<Receipt>> act)
    {
        Receipt? receipt = null;
        if (!await rules.TryAsync(ModelState, fieldOf, async () => receipt = await act()))
        {
            return RuleForm.Again(this, Page(page, form));
        }

        TempData["Note"] = texts["entry.saved", receipt!.Number].Value;
        return LocalRedirect($"~/desk/receipts/{form.Key}");
    }

    private ViewResult Page(string page, object form) => View($"~/Areas/Desk/Views/Visits/{page}.cshtml", form);
}
