using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
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
    IntakeEntryService entries, PetitionIntakeService intake, SameMatterStep same, DeskSeat seat, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> texts, TimeProvider clock) : Controller
{
    [HttpGet("/desk/calls/new")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    [Authorize(Policy = Abilities.ReceiveVisitors)]
    public IActionResult Call() => Page("Call", CallForm.At(clock.GetUtcNow().UtcDateTime));

    /// <summary>The log of the calls this person took.</summary>
    [HttpGet("/desk/calls")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    [Authorize(Policy = Abilities.ReceiveVisitors)]
    public async Task<IActionResult> Calls(string? after, [FromServices] CallLogQueries calls, CancellationToken ct) =>
        View("~/Areas/Desk/Views/Visits/Calls.cshtml", await calls.MineAsync(after, current.Actor, ct));

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

        return await DoAsync(form, "Call", entry?.Identity, CallForm.EntryFieldOf, () => entries.TakeCallAsync(entry!, current.Actor, ct), number => entries.AddCallAsync(entry!, number, current.Actor, ct), ct);
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

        return await DoAsync(form, "Post", entry?.Identity, PostForm.EntryFieldOf, () => entries.TakeLetterAsync(entry!, current.Actor, ct), number => entries.AddLetterAsync(entry!, number, current.Actor, ct), ct);
    }

    /// <summary>What to tell the caller, or to write back. Whoever holds the random key of the form holds the receipt.</summary>
    [HttpGet("/desk/receipts/{key:guid}")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    public async Task<IActionResult> Receipt(Guid key, bool large, CancellationToken ct)
    {
        ViewData["Large"] = large;
        return await intake.ReceiptAsync(key, ct) is { } receipt ? View("~/Areas/Desk/Views/Visits/Receipt.cshtml", receipt) : NotFound();
    }

    /// <summary>Recorded as a matter of its own, or added to the running one the clerk chose after the hint.</summary>
    private async Task<IActionResult> DoAsync(
        MatterFields form, string page, string? identity, Func<string, string> fieldOf, Func<Task<Receipt>> take, Func<string, Task> add, CancellationToken ct)
    {
        if (identity is not null && await same.AsksAsync(this, form, form.Person, identity, ct))
        {
            return RuleForm.Again(this, Page(page, form));
        }

        Receipt? receipt = null;
        try
        {
            if (!await rules.TryAsync(ModelState, fieldOf, async () =>
            {
                if (form.AddTo is { } number)
                {
                    await add(number);
                }
                else
                {
                    receipt = await take();
                }
            }))
            {
                return RuleForm.Again(this, Page(page, form));
            }
        }
        catch (NotFoundException)
        {
            // Unknown, not his and behind the wall are one answer; what was typed stays.
            ModelState.AddModelError(nameof(form.Same), texts["matter.unknown"]);
            return RuleForm.Again(this, Page(page, form));
        }

        TempData["Note"] = receipt is null ? texts["same.added", form.AddTo!].Value : texts["entry.saved", receipt.Number].Value;
        return LocalRedirect(receipt is null ? "~/desk" : $"~/desk/receipts/{form.Key}");
    }

    private ViewResult Page(string page, object form) => View($"~/Areas/Desk/Views/Visits/{page}.cshtml", form);
}
