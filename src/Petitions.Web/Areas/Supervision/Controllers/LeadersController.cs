using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.FirstHandlers;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Lead cases by leader (领导包案, seed feature 4).</summary>
[Area("Supervision")]
public sealed class LeadersController(LeaderQueries queries, LeaderCaseService leads, ICurrentActor current, RuleForm rules, IStringLocalizer<BoardTexts> texts) : Controller
{
    [HttpGet("/board/leaders")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Index(string? after, string? number, CancellationToken ct) => await ShowAsync(after, new LeaderForm { Number = number }, ct);

    [HttpPost("/board/leaders")]
    [Authorize(Policy = Abilities.AssignPetitions)]
    public async Task<IActionResult> Name(LeaderForm form, CancellationToken ct)
    {
        rules.RequireDay(ModelState, nameof(form.DueOn), form.DueOn);
        if (!await DoAsync(code => code switch
        {
            "leader.due" => nameof(form.DueOn),
            "leader.plan" => nameof(form.Plan),
            "leader.missing" or "leader.not-a-leader" => nameof(form.StaffId),
            _ => nameof(form.Number),
        }, () => leads.NameAsync(form.Number?.Trim() ?? "", form.StaffId, DateText.Parse(form.DueOn), form.Plan, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(null, form, ct));
        }

        TempData["Note"] = texts["leaders.named"].Value;
        return LocalRedirect("~/board/leaders");
    }

    [HttpPost("/board/leaders/{number}/result")]
    [Authorize(Policy = Abilities.LeadCases + "," + Abilities.AssignPetitions)]
    public async Task<IActionResult> Result(string number, bool resolved, string? result, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code == "leader.result" ? "result" : "", () => leads.ResolveAsync(number, resolved, result, current.Actor, ct)))
        {
            ViewData["Refused"] = number;
            return RuleForm.Again(this, await ShowAsync(null, new LeaderForm(), ct));
        }

        TempData["Note"] = texts["leaders.ended"].Value;
        return LocalRedirect("~/board/leaders");
    }

    /// <summary>A number that opens nothing here is a mistake of the form, not a page that is missing.</summary>
    private async Task<bool> DoAsync(Func<string, string> fieldOf, Func<Task> act)
    {
        try
        {
            return await rules.TryAsync(ModelState, fieldOf, act);
        }
        catch (NotFoundException)
        {
            ModelState.AddModelError(nameof(LeaderForm.Number), texts["leaders.number.unknown"]);
            return false;
        }
    }

    private async Task<IActionResult> ShowAsync(string? after, LeaderForm form, CancellationToken ct)
    {
        ViewData["Sheet"] = await queries.SheetAsync(after, current.Actor, ct);
        ViewData["Assigns"] = current.Actor.Can(Abilities.AssignPetitions);
        return View("Index", form);
    }
}
