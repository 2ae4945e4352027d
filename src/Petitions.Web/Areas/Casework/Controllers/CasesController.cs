using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The handler's list and the case page. Whose matter it is, is decided in the query.</summary>
[Area("Casework")]
[Authorize(Policy = ReadPolicy)]
public sealed class CasesController(
    BoardQueries lists, CaseQueries cases, HandlingService handling, ReplyService replies, ClosingService closing,
    ReadLog reads, ICurrentActor current, RuleForm rules, IStringLocalizer<CaseTexts> texts) : Controller
{
    /// <summary>Everyone who can have a matter of his own or of his unit; the wall and the reach do the rest.</summary>
    public const string ReadPolicy = Abilities.HandlePetitions + "," + Abilities.ScreenPetitions + "," + Abilities.ApproveReplies + "," + Abilities.ViewBoard
        + "," + Abilities.ArchivePetitions + "," + Abilities.RegisterPetitions + "," + Abilities.HandleAid;

    [HttpGet("/cases")]
    [RemembersList]
    public async Task<IActionResult> Index(CaseBox? box, PetitionState? state, string? category, string? pointType, string? point, string? after, ListSort? sort, [FromServices] OfficeCatalog catalog, CancellationToken ct)
    {
        var filter = new CaseFilter(box is CaseBox.Open or CaseBox.All or CaseBox.Closed ? box.Value : CaseBox.Mine, state, category, after, sort).At(pointType, point, catalog);
        ViewData["Filter"] = filter;
        return View(await lists.ListAsync(filter, current.Actor, ct));
    }

    [HttpGet("/cases/{number}")]
    public async Task<IActionResult> Sheet(string number, CancellationToken ct)
    {
        var sheet = await cases.SheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet, current.Actor, "Matter", ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        return View("Sheet", sheet);
    }

    [HttpPost("/cases/{number}/start")]
    public Task<IActionResult> Start(string number, CancellationToken ct) =>
        DoAsync(number, "", "act.start.done", () => handling.StartAsync(number, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/notes")]
    public Task<IActionResult> Note(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.NoteText), "case.note.saved", () => handling.WriteAsync(number, form.NoteKind, form.NoteText ?? "", current.Actor, ct), ct);

    [HttpPost("/cases/{number}/progress")]
    public Task<IActionResult> Progress(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.ProgressText), "act.progress.done", () => replies.SendProgressAsync(number, "Progress", form.ProgressText ?? "", current.Actor, ct), ct);

    [HttpPost("/cases/{number}/outcome")]
    public Task<IActionResult> Outcome(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.Outcome), "act.outcome.done", () => handling.ProposeOutcomeAsync(number, form.Outcome ?? "", form.Evidence, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/send")]
    public Task<IActionResult> Send(string number, CancellationToken ct) =>
        DoAsync(number, "", "act.send.done", () => replies.SendAsync(number, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/exempt")]
    public Task<IActionResult> Exempt(string number, ActForm form, [FromServices] ExemptionDecisions exemptions, CancellationToken ct) =>
        DoAsync(number, nameof(form.ExemptReason), "act.exempt.done",
            () => exemptions.ProposeAsync(new ProposeExemptionRequest(number, form.ExemptReason ?? "", form.ExemptText ?? ""), current.Actor, ct), ct);

    [HttpPost("/cases/{number}/revoke-approval")]
    public Task<IActionResult> RevokeApproval(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.RevokeReason), "act.revoke.done", () => replies.RevokeApprovalAsync(number, form.RevokeReason ?? "", current.Actor, ct), ct);

    [HttpPost("/cases/{number}/served")]
    public Task<IActionResult> Served(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.Way), "act.served.done", () => replies.MarkServedAsync(number, form.Way ?? "", current.Actor, ct), ct);

    [HttpPost("/cases/{number}/recall")]
    public Task<IActionResult> Recall(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.RecallReason), "act.recall.done", () => replies.RecallAsync(number, form.RecallReason ?? "", current.Actor, ct), ct);

    [HttpPost("/cases/{number}/back-to-screening")]
    public Task<IActionResult> BackToScreening(string number, ActForm form, [FromServices] ScreeningService screening, CancellationToken ct) =>
        DoAsync(number, nameof(form.BackReason), "act.back.done", () => screening.BackToScreeningAsync(number, form.BackReason, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/close")]
    public Task<IActionResult> Close(string number, CancellationToken ct) =>
        DoAsync(number, "", "act.close.done", () => closing.CloseAsync(number, current.Actor, ct), ct);

    [HttpPost("/cases/{number}/archive")]
    public Task<IActionResult> Archive(string number, ActForm form, CancellationToken ct) =>
        DoAsync(number, nameof(form.RetentionClass), "act.archive.done", () => closing.ArchiveAsync(number, form.RetentionClass ?? "", current.Actor, ct), ct);

    /// <summary>One path for every small form: a broken rule shows the page again with 422 and what was typed, a good one redirects with a message.</summary>
    private async Task<IActionResult> DoAsync(string number, string field, string done, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => FieldOf(code, field), act))
        {
            return RuleForm.Again(this, await Sheet(number, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/cases/{number}");
    }

    /// <summary>What a form asks for belongs to its field; what stands in the way of the whole act to the page.</summary>
    private static string FieldOf(string code, string field) => code switch
    {
        "petition.reason" when field == nameof(ActForm.ExemptReason) => nameof(ActForm.ExemptText),
        "petition.reason" or "reply.text-missing" or "outcome.unknown" or "reply.way" or "petition.retention-missing" or "note.text"
            or "exempt.reason" or "exempt.not-anonymous" or "exempt.attempts" => field,
        _ => "",
    };
}
