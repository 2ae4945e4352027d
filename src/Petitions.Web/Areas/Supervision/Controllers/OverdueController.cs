using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Supervision;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The overdue list with its one-press reminders (催办, J6 step 3).</summary>
[Area("Supervision")]
public sealed class OverdueController(OverdueQueries overdue, UrgeService urges, ICurrentActor current, RuleForm rules, LastList last, IStringLocalizer<BoardTexts> texts) : Controller
{
    [HttpGet("/board/overdue")]
    [Authorize(Policy = Abilities.ViewBoard)]
    [RemembersList]
    public async Task<IActionResult> Index(PetitionState? state, string? category, string? after, ListSort? sort, Guid? department, CancellationToken ct) =>
        await ShowAsync(new CaseFilter(CaseBox.Overdue, state, category, after, sort, department), ct);

    /// <param name="number">The matter.</param>
    /// <param name="seen">Reminders the page showed; a double press finds one more and sends nothing.</param>
    /// <param name="ct">Cancellation.</param>
    [HttpPost("/board/overdue/{number}/urge")]
    [Authorize(Policy = Abilities.UrgePetitions)]
    public async Task<IActionResult> Urge(string number, int seen, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => urges.UrgeAsync(number, seen, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(new CaseFilter(CaseBox.Overdue), ct));
        }

        TempData["Note"] = texts["urge.done", number].Value;
        return LocalRedirect(last.Of("/board/overdue"));
    }

    private async Task<IActionResult> ShowAsync(CaseFilter filter, CancellationToken ct)
    {
        ViewData["Filter"] = filter;
        ViewData["Urges"] = current.Actor.Can(Abilities.UrgePetitions);
        return View("Index", await overdue.ListAsync(filter, current.Actor, ct));
    }
}
