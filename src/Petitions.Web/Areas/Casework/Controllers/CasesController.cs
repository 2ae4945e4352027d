using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The handler's list and the case page. Whose matter it is, is decided in the query.</summary>
[Area("Casework")]
[Authorize(Policy = ReadPolicy)]
public sealed class CasesController(
    BoardQueries lists, CaseQueries cases, HandlingService handling, ReplyService replies, ClosingService closing,
    ReadLog reads, ICurrentActor current, IStringLocalizer<CaseTexts> texts) : Controller
{
    /// <summary>Everyone who can have a matter of his own or of his unit; the wall and the reach do the rest.</summary>
    public const string ReadPolicy = Abilities.HandlePetitions + "," + Abilities.ScreenPetitions + "," + Abilities.ApproveReplies + "," + Abilities.ViewBoard
        + "," + Abilities.ArchivePetitions + "," + Abilities.RegisterPetitions + "," + Abilities.HandleAid;

    [HttpGet("/cases")]
    public async Task<IActionResult> Index(CaseBox? box, PetitionState? state, string? category, string? after, CancellationToken ct)
    {
        var filter = new CaseFilter(box is CaseBox.Open or CaseBox.Closed ? box.Value : CaseBox.Mine, state, category, after);
        ViewData["Filter"] = filter;
        return View(await lists.ListAsync(filter, current.Actor, ct));
    }

    [HttpGet("/cases/{number}")]
    public async Task<IActionResult> Sheet(string number, CancellationToken ct)
    {
        var sheet = await cases.SheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet.Id, current.Actor, "Matter", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        return View("Sheet", sheet);
    }

    [HttpPost("/cases/{number}/start")]
    public Task<IActionResult> Start(string number, CancellationToken ct) =>
        DoAsync(number, null, null, "act.start.done", () => handling.StartAsync(number, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/notes")]
    public Task<IActionResult> Note(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.NoteText), Missing(form.NoteText, "error.note"), "case.note.saved",
            () => handling.WriteAsync(number, form.NoteKind, form.NoteText!, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/progress")]
    public Task<IActionResult> Progress(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.ProgressText), Missing(form.ProgressText, "error.progress"), "act.progress.done",
            () => replies.SendProgressAsync(number, "Progress", form.ProgressText!, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/outcome")]
    public Task<IActionResult> Outcome(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.Outcome), Missing(form.Outcome, "error.outcome"), "act.outcome.done",
            () => handling.ProposeOutcomeAsync(number, form.Outcome!, form.Evidence, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/send")]
    public Task<IActionResult> Send(string number, CancellationToken ct) =>
        DoAsync(number, null, null, "act.send.done", () => replies.SendAsync(number, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/served")]
    public Task<IActionResult> Served(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.Way), Missing(form.Way, "error.way"), "act.served.done",
            () => replies.MarkServedAsync(number, form.Way!, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/recall")]
    public Task<IActionResult> Recall(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.RecallReason), Missing(form.RecallReason, "error.reason"), "act.recall.done",
            () => replies.RecallAsync(number, form.RecallReason!, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/close")]
    public Task<IActionResult> Close(string number, CancellationToken ct) =>
        DoAsync(number, null, null, "act.close.done", () => closing.CloseAsync(number, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/archive")]
    public Task<IActionResult> Archive(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.RetentionClass), Missing(form.RetentionClass, "error.class"), "act.archive.done",
            () => closing.ArchiveAsync(number, form.RetentionClass!, current.Actor, ct), ct);

    private string? Missing(string? text, string key) => string.IsNullOrWhiteSpace(text) ? texts[key].Value : null;

    /// <summary>One path for every small form: a bad form shows the page again with 422, a good one redirects with a message.</summary>
    private async Task<IActionResult> DoAsync(string number, string? field, string? error, string done, Func<Task> act, CancellationToken ct)
    {
        if (error is not null)
        {
            ModelState.AddModelError(field!, error);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Sheet(number, ct);
        }

        await act();
        TempData["Note"] = texts[done].Value;
        return Redirect($"~/cases/{number}");
    }
}
