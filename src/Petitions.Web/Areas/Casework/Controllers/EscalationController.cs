using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Reporting a matter to the political-legal committee or a superior office (上报协调, seed feature 28); the approval stands among the proposals.</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
[Route("/cases/{number}/escalation")]
public sealed class EscalationController(
    EscalationQueries queries, EscalationDecisions decisions, EscalationService escalations, ICurrentActor current, RuleForm rules, IStringLocalizer<JointTexts> texts) : Controller
{
    private const string ProposePolicy = Abilities.HandlePetitions + "," + Abilities.CallJointVisits;
    private const string SendPolicy = Abilities.CallJointVisits + "," + Abilities.ApproveEscalations;

    [HttpGet("")]
    public Task<IActionResult> Index(string number, CancellationToken ct) => ShowAsync(number, new EscalationForm(), ct);

    [HttpPost("")]
    [Authorize(Policy = ProposePolicy)]
    public Task<IActionResult> Propose(string number, EscalationForm form, CancellationToken ct) => DoAsync(number, form, "escalation.proposed", () =>
        decisions.ProposeAsync(new ProposeEscalation(number, form.Receiver, form.Committee, form.Summary ?? "", form.Question ?? ""), current.Actor, ct), ct);

    [HttpPost("{id:guid}/send")]
    [Authorize(Policy = SendPolicy)]
    public Task<IActionResult> Send(string number, Guid id, EscalationForm form, CancellationToken ct) =>
        DoAsync(number, form, "escalation.note.sent", () => escalations.SendAsync(number, id, form.Way, current.Actor, ct), ct);

    [HttpPost("{id:guid}/answer")]
    [Authorize(Policy = SendPolicy)]
    public Task<IActionResult> Answer(string number, Guid id, EscalationForm form, CancellationToken ct) => DoAsync(number, form, "escalation.note.answered", () =>
        escalations.AnswerAsync(number, id, form.Answer, DateText.Parse(form.AnsweredOn), form.ToMeasures(), current.Actor, ct), ct);

    [HttpPost("{id:guid}/measures/{measure:guid}")]
    [Authorize(Policy = SendPolicy)]
    public Task<IActionResult> Done(string number, Guid id, Guid measure, string? result, CancellationToken ct)
    {
        ViewData["Refused"] = measure;
        return DoAsync(number, new EscalationForm(), "saved", () => escalations.DoneAsync(number, id, measure, result, current.Actor, ct), ct, _ => nameof(result));
    }

    private async Task<IActionResult> DoAsync(string number, EscalationForm form, string note, Func<Task> act, CancellationToken ct, Func<string, string>? fieldOf = null)
    {
        if (!await rules.TryAsync(ModelState, fieldOf ?? EscalationForm.FieldOf, act))
        {
            return RuleForm.Again(this, await ShowAsync(number, form, ct));
        }

        TempData["Note"] = texts[note].Value;
        return LocalRedirect($"~/cases/{number}/escalation");
    }

    private async Task<IActionResult> ShowAsync(string number, EscalationForm form, CancellationToken ct)
    {
        ViewData["Sheet"] = await queries.OfAsync(number, HttpContext.Connection.RemoteIpAddress?.ToString(), current.Actor, ct);
        return View("~/Areas/Casework/Views/Escalation/Index.cshtml", form);
    }
}
