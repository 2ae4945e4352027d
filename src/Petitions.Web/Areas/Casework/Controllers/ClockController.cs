using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>One clock of a matter with its history; pausing and extending are asked here and decided by a second person.</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
[Route("/cases/{number}/clocks/{id:guid}")]
public sealed class ClockController(
    ClockQueries queries, PauseDecisions pauses, ExtensionDecisions extensions, ReadLog reads, ICurrentActor current, RuleForm rules,
    IStringLocalizer<CaseTexts> texts) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Sheet(string number, Guid id, CancellationToken ct) => ShowAsync(number, id, new ClockForm(), ct);

    [HttpPost("pause")]
    [Authorize(Policy = Abilities.PauseClocks)]
    public Task<IActionResult> Pause(string number, Guid id, ClockForm form, CancellationToken ct) =>
        DoAsync(number, id, form, form.PauseFrom, nameof(form.PauseFrom), "clock.pause.asked", () => pauses.ProposeAsync(
            new ProposePauseRequest(number, id, form.PauseReason ?? "", form.PauseText ?? "", DateText.Parse(form.PauseFrom)), current.Actor, ct), ct);

    [HttpPost("resume")]
    [Authorize(Policy = Abilities.PauseClocks + "," + Abilities.ConfirmPauses)]
    public Task<IActionResult> Resume(string number, Guid id, ClockForm form, CancellationToken ct) =>
        DoAsync(number, id, form, form.ResumeOn, nameof(form.ResumeOn), "clock.resumed", () => pauses.ResumeAsync(number, id, DateText.Parse(form.ResumeOn), current.Actor, ct), ct);

    [HttpPost("extend")]
    [Authorize(Policy = Abilities.RequestExtensions)]
    public Task<IActionResult> Extend(string number, Guid id, ClockForm form, CancellationToken ct) =>
        DoAsync(number, id, form, null, "", "clock.extend.asked", () => extensions.ProposeAsync(
            new ProposeExtensionRequest(number, id, form.Amount ?? 0, form.ExtendText ?? ""), current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(string number, Guid id, ClockForm form, string? day, string dayField, string done, Func<Task> act, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(day))
        {
            rules.RequireDay(ModelState, dayField, day);
        }

        if (!await rules.TryAsync(ModelState, FieldOf, act))
        {
            return RuleForm.Again(this, await ShowAsync(number, id, form, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/cases/{number}/clocks/{id}");
    }

    private async Task<IActionResult> ShowAsync(string number, Guid id, ClockForm form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(number, id, current.Actor, ct);
        await reads.RecordAsync(sheet.PetitionId, current.Actor, "Clock", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Sheet"] = sheet;
        return View(nameof(Sheet), form);
    }

    private static string FieldOf(string code) => code switch
    {
        "clock.pause-reason-unknown" => nameof(ClockForm.PauseReason),
        "clock.pause-in-future" or "clock.pause-before-start" or "clock.pause-before-restart" or "clock.pause-after-due" => nameof(ClockForm.PauseFrom),
        "clock.resume-before-pause" or "clock.resume-in-future" => nameof(ClockForm.ResumeOn),
        "clock.extension-not-positive" or "clock.extension-too-long" => nameof(ClockForm.Amount),
        _ => "",
    };
}
