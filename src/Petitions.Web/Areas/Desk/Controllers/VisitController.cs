using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Documents;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>One visit while it is heard (D2, journey J2): start, second receiver, petition, outcome, the contact's code.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class VisitController(
    VisitQueries queries, ReceptionQueueService queue, VisitMatterService matters, SameMatterStep same, DeskChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> texts, TimeProvider clock) : Controller
{
    private const int GrantMonths = 12;

    /// <param name="id">The visit.</param>
    /// <param name="large">Text half as large again.</param>
    /// <param name="record">The petition starts from what the record of the conversation says.</param>
    /// <param name="transcripts">Reads the record.</param>
    /// <param name="papers">Words it.</param>
    /// <param name="ct">Cancels.</param>
    [HttpGet("/desk/visits/{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, bool large, bool record, [FromServices] TranscriptQueries transcripts, [FromServices] TranscriptPapers papers, CancellationToken ct)
    {
        var form = new VisitMatterForm();
        if (record && await transcripts.ReadAsync(id, null, current.Actor, ct) is { } sheet)
        {
            var script = await papers.ScriptAsync(sheet, ct);
            (form.Category, form.Text) = (sheet.Text.Category, script.StatementOf(sheet.Text));
        }

        return await PageAsync(id, form, large, ct);
    }

    [HttpPost("/desk/visits/{id:guid}/start")]
    public Task<IActionResult> Start(Guid id, CancellationToken ct) => DoAsync(id, () => queue.StartAsync(id, current.Actor, ct), ct);

    [HttpPost("/desk/visits/{id:guid}/end")]
    public Task<IActionResult> End(Guid id, ReceptionOutcome? outcome, string? note, CancellationToken ct) =>
        DoAsync(id, () => queue.EndAsync(id, outcome ?? (ReceptionOutcome)(-1), note, current.Actor, ct), ct, "~/desk");

    [HttpPost("/desk/visits/{id:guid}/second")]
    public Task<IActionResult> Second(Guid id, Guid? secondId, CancellationToken ct) =>
        DoAsync(id, () => queue.NameSecondReceiverAsync(id, secondId ?? Guid.Empty, current.Actor, ct), ct);

    [HttpPost("/desk/visits/{id:guid}/petition")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    public async Task<IActionResult> File(Guid id, VisitMatterForm form, CancellationToken ct)
    {
        var (person, identity) = await matters.PersonAsync(id, current.Actor, ct);
        if (await same.AsksAsync(this, form, person, identity, ct))
        {
            return RuleForm.Again(this, await PageAsync(id, form, false, ct));
        }

        Task ActAsync() => form.AddTo is { } number
            ? matters.AddAsync(id, form.Key, number, form.Matter, current.Actor, ct)
            : matters.FileAsync(id, form.Key, form.Matter, form.Address, current.Actor, ct, form.AsNewReason);
        if (!await rules.TryAsync(ModelState, DeskForm.VisitFieldOf, ActAsync))
        {
            return RuleForm.Again(this, await PageAsync(id, form, false, ct));
        }

        return LocalRedirect(form.AddTo is null ? $"~/desk/receipts/{form.Key}" : $"~/desk/visits/{id}");
    }

    /// <summary>A code for the person the petitioner trusts: told once, on paper.</summary>
    [HttpPost("/desk/visits/{id:guid}/codes/{number}")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    public async Task<IActionResult> Grant(Guid id, string number, bool consent, DateOnly? until, [FromServices] AccessGrantService grants, CancellationToken ct)
    {
        var last = until ?? ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).AddMonths(GrantMonths);
        string? code = null;
        if (!await rules.TryAsync(ModelState, _ => "", async () => code = await grants.GiveAsync(number, last, consent, current.Actor, ct)))
        {
            return RuleForm.Again(this, await PageAsync(id, new VisitMatterForm(), false, ct));
        }

        Response.Headers.CacheControl = "no-store";
        return View("~/Areas/Desk/Views/Visits/Code.cshtml", new CodePaper(id, number, code!, last));
    }

    [HttpPost("/desk/visits/{id:guid}/codes/{number}/{grant:guid}/revoke")]
    [Authorize(Policy = Abilities.RegisterPetitions)]
    public Task<IActionResult> Revoke(Guid id, string number, Guid grant, string? reason, [FromServices] AccessGrantService grants, CancellationToken ct) =>
        DoAsync(id, () => grants.RevokeAsync(number, grant, reason, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> act, CancellationToken ct, string? next = null)
    {
        if (!await rules.TryAsync(ModelState, code => DeskForm.VisitFieldOf(code) is nameof(DeskForm.Outcome) ? "outcome" : "", act))
        {
            return RuleForm.Again(this, await PageAsync(id, new VisitMatterForm(), false, ct));
        }

        TempData["Note"] = texts["done"].Value;
        return LocalRedirect(next ?? $"~/desk/visits/{id}");
    }

    private async Task<IActionResult> PageAsync(Guid id, VisitMatterForm form, bool large, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        ViewData["Sheet"] = sheet;
        ViewData["Large"] = large;
        ViewData["Colleagues"] = await choices.ColleaguesAsync(current.Actor.OfficeId!.Value, ct);
        return View("~/Areas/Desk/Views/Visits/Sheet.cshtml", form);
    }
}
