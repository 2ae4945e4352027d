using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Joint visits (联合接访): what is proposed and set, a proposal by hand, and its refusal (seed features 22, 27).</summary>
[Area("Supervision")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
public sealed class JointVisitsController(
    JointVisitQueries queries, JointHistoryQueries history, JointPlanService plan, JointDesk desk, ICurrentActor current, RuleForm rules, IStringLocalizer<JointTexts> texts) : Controller
{
    /// <summary>Which ones is decided in the query: whoever calls them sees those of his office, everybody else those at which he sits.</summary>
    [HttpGet("/joint")]
    public async Task<IActionResult> Index(bool ended, string? after, CancellationToken ct)
    {
        ViewData["Ended"] = ended;
        return View(JointDesk.Views + "Index.cshtml", await queries.ListAsync(ended, after, current.Actor, ct));
    }

    [HttpGet("/joint/new")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public IActionResult New(string? number) => View(JointDesk.Views + "New.cshtml", new NewJointForm { Numbers = number });

    [HttpPost("/joint/new")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public async Task<IActionResult> Propose(NewJointForm form, CancellationToken ct)
    {
        var id = Guid.Empty;
        var key = Guid.TryParse(form.SubmissionKey, out var sent) ? sent : Guid.NewGuid();
        if (!await rules.TryAsync(ModelState, code => code == "joint.purpose" ? nameof(form.Purpose) : nameof(form.Numbers),
            async () => id = await plan.ProposeAsync(new ProposeJointVisit(form.Typed, form.Purpose, key), current.Actor, ct)))
        {
            return RuleForm.Again(this, View(JointDesk.Views + "New.cshtml", form));
        }

        TempData["Note"] = texts["proposed"].Value;
        return LocalRedirect($"~/joint/{id}");
    }

    [HttpGet("/joint/{id:guid}")]
    public Task<IActionResult> Sheet(Guid id, CancellationToken ct) => desk.SheetAsync(this, id, new JointForm(), ct);

    [HttpPost("/joint/{id:guid}/refuse")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public Task<IActionResult> Refuse(Guid id, JointForm form, [FromServices] JointCallService calls, CancellationToken ct) =>
        desk.PrepareAsync(this, id, form, "refused", () => calls.RefuseAsync(id, form.Reason, current.Actor, ct), ct);

    /// <summary>The whole history of its matters on one page.</summary>
    [HttpGet("/joint/{id:guid}/history")]
    public async Task<IActionResult> History(Guid id, CancellationToken ct)
    {
        ViewData["Id"] = id;
        return View(JointDesk.Views + "History.cshtml", await history.OfAsync(id, HttpContext.Connection.RemoteIpAddress?.ToString(), current.Actor, ct));
    }
}
