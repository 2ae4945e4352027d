using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>
/// The reception desk: one page, keyboard only (ui guide 8). Every step works as a plain form; script adds keys and lets
/// the look-up answer in place.
/// </summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RegisterPetitions)]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class DeskController(
    ReceptionDeskService desk, ReceptionQueries queries, VisitorLookup lookup, SameMatterStep same, DeskSeat seat, DeskChoices choices, ICurrentActor current, RuleForm rules,
    IOptions<DeskOptions> options, IStringLocalizer<DeskTexts> texts, IStringLocalizer<RuleTexts> ruleTexts, TimeProvider clock) : Controller
{
    [HttpGet("/desk")]
    public async Task<IActionResult> Index(Guid? done, CancellationToken ct)
    {
        ViewData["Done"] = done is { } id ? await queries.LineAsync(id, current.Actor, ct) : null;
        return await PageAsync(new DeskForm(), ct);
    }

    /// <summary>Point and counter of this browser.</summary>
    [HttpPost("/desk/place")]
    public IActionResult Take(string? point, int? counter)
    {
        seat.Take(point, counter);
        return LocalRedirect("~/desk");
    }

    /// <summary>Looks a visitor up and fills the form; saves nothing. Never by an address: numbers do not belong in logs.</summary>
    [HttpPost("/desk/lookup")]
    public async Task<IActionResult> Lookup(DeskForm form, CancellationToken ct)
    {
        ModelState.Clear();
        var asked = First(form.Pick is null ? form.Scan : form.Asked, form.Search, form.IdNumber, form.Phone, form.Name is null ? null : $"{form.Name} {form.BirthYear}");
        var found = await lookup.FindAsync(asked, current.Actor, ct);
        TakeOver(form, asked, found);
        ViewData["Found"] = found;
        (form.Scan, form.Search, form.Pick) = (null, null, null);
        Response.Headers.Vary = "HX-Request";
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Request.Headers.ContainsKey("HX-Request") ? await FragmentAsync(form, ct) : await PageAsync(form, ct);
    }

    [HttpPost("/desk/visits")]
    public async Task<IActionResult> Record(DeskForm form, CancellationToken ct)
    {
        if (form.Purpose == VisitPurpose.Petition && await same.AsksAsync(this, form, form.Person, form.Identity, ct))
        {
            return RuleForm.Again(this, await PageAsync(form, ct));
        }

        RecordedVisit? made = null;
        try
        {
            if (await rules.TryAsync(ModelState, DeskForm.VisitFieldOf, async () => made = await desk.RecordAsync(form.ToVisit(seat.Place, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)), current.Actor, ct)))
            {
                TempData["Note"] = texts["saved", made!.Ticket].Value;
                return LocalRedirect($"~/desk?done={made.Id}");
            }
        }
        catch (NotFoundException)
        {
            // Unknown, not his and behind the wall are one answer; what was typed stays.
            ModelState.AddModelError(form.AddTo is null ? nameof(form.MatterNumber) : nameof(form.Same), texts["matter.unknown"]);
        }

        return RuleForm.Again(this, await PageAsync(form, ct));
    }

    private void TakeOver(DeskForm form, string? asked, VisitorSearch found)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        form.Asked = asked;
        if (found.By == VisitorQuery.IdNumber)
        {
            // A card that was read was shown.
            (form.IdKind, form.IdNumber, form.IdentityCheck) = ("ResidentId", IdCardNumber.Read(asked, today).Number!.Value, IdentityCheck.Shown);
        }
        else if (found.By == VisitorQuery.Phone)
        {
            form.Phone = PhoneNumber.TryParse(asked)!.Value;
        }
        else if (form.Scan is { Length: > 0 } && found.By == VisitorQuery.Nothing)
        {
            var problem = IdCardNumber.Read(asked, today).Problem;
            ModelState.AddModelError(nameof(form.Scan), ruleTexts[problem == IdCardProblem.CheckDigit ? "entry.id-check-digit" : "entry.id-number"]);
        }

        var one = form.Pick is { } pick && pick >= 0 && pick < found.People.Count ? found.People[pick] : found.People.Count == 1 ? found.People[0] : null;
        if (one is not null)
        {
            form.Fill(one);
            ViewData["Known"] = one;
        }
    }

    private async Task<IActionResult> PageAsync(DeskForm form, CancellationToken ct)
    {
        if (options.Value.ContentPolicy is { } policy)
        {
            Response.Headers.ContentSecurityPolicy = policy;
        }

        await PrepareAsync(ct);
        ViewData["Queue"] = await queries.QueueAsync(seat.Place, current.Actor, ct);
        return View("~/Areas/Desk/Views/Desk/Index.cshtml", form);
    }

    private async Task<IActionResult> FragmentAsync(DeskForm form, CancellationToken ct)
    {
        await PrepareAsync(ct);
        return PartialView("~/Areas/Desk/Views/Desk/_Entry.cshtml", form);
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        var place = seat.Place;
        ViewData["Place"] = place;
        ViewData["Reader"] = options.Value;
        ViewData["Colleagues"] = await choices.ColleaguesAsync(place.OfficeId, ct);
    }

    private static string? First(params IReadOnlyList<string?> typed) => typed.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();
}
