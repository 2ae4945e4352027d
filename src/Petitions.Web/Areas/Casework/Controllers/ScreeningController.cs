using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Screening;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The screening queue and the screening of one matter (domain.md 2.3).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.ScreenPetitions)]
public sealed class ScreeningController(
    ScreeningQueries queries, ScreeningService screening, ReadLog reads, ICurrentActor current, RuleForm rules, LastList last, IStringLocalizer<ScreeningTexts> texts) : Controller
{
    [HttpGet("/screening")]
    [RemembersList]
    public async Task<IActionResult> Index(PetitionState? state, string? category, ScreeningDue? due, string? after, ListSort sort, CancellationToken ct)
    {
        var filter = new ScreeningFilter(state, category, due, after, sort);
        ViewData["Filter"] = filter;
        return View(await queries.ListAsync(filter, current.Actor, ct));
    }

    [HttpGet("/screening/{number}")]
    public async Task<IActionResult> Sheet(string number, Guid? department, CancellationToken ct)
    {
        var sheet = await SheetAsync(number, department, ct);
        return View(nameof(Sheet), ScreeningForm.Of(sheet, department ?? sheet.Proposal.DepartmentId));
    }

    [HttpPost("/screening/{number}/start")]
    public Task<IActionResult> Start(string number, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.StartAsync(number, form.NoConflict, current.Actor, ct), ct);

    [HttpPost("/screening/{number}/classify")]
    public Task<IActionResult> Classify(string number, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.ClassifyAsync(new ClassifyRequest(number, form.Found()), current.Actor, ct), ct);

    [HttpPost("/screening/{number}/materials")]
    public Task<IActionResult> Materials(string number, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.RequestMaterialsAsync(new RequestMaterialsRequest(number, form.Items ?? ""), current.Actor, ct), ct);

    [HttpPost("/screening/{number}/resume")]
    public Task<IActionResult> Resume(string number, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.ResumeAsync(number, current.Actor, ct), ct);

    [HttpPost("/screening/{number}/respondents")]
    public Task<IActionResult> Name(string number, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.NameRespondentAsync(new NameRespondentRequest(number, new RespondentDetails
        {
            Kind = form.RespondentKind,
            Name = form.RespondentName ?? "",
            DepartmentId = form.RespondentDepartmentId,
        }), current.Actor, ct), ct);

    /// <summary>Says which part of the office is meant, or that nobody of it is.</summary>
    [HttpPost("/screening/{number}/respondents/{id:guid}")]
    public Task<IActionResult> Confirm(string number, Guid id, bool clear, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.ConfirmRespondentAsync(
            new ConfirmRespondentRequest(number, id, clear, DepartmentId: form.RespondentDepartmentId, StaffId: form.RespondentStaffId), current.Actor, ct), ct);

    [HttpPost("/screening/{number}/answer")]
    [Authorize(Policy = Abilities.AnswerOnTheSpot)]
    public Task<IActionResult> Answer(string number, ScreeningForm form, CancellationToken ct) =>
        DoAsync(number, form, () => screening.AnswerOnTheSpotAsync(number, form.Answer ?? "", current.Actor, ct), ct, $"~/cases/{number}");

    [HttpPost("/screening/{number}/accept")]
    [Authorize(Policy = Abilities.AcceptPetitions)]
    public Task<IActionResult> Accept(string number, ScreeningForm form, [FromServices] AcceptanceService acceptance, CancellationToken ct) =>
        DoAsync(number, form, () => acceptance.AcceptAsync(
            new AcceptRequest(number, form.DepartmentId, form.FirstHandlerId, form.NoConflict, form.SubstituteId, form.OverrideReason), current.Actor, ct), ct, last.Of("/screening"));

    [HttpPost("/screening/{number}/refuse")]
    [Authorize(Policy = Abilities.ProposeNonAcceptance)]
    public Task<IActionResult> Refuse(string number, ScreeningForm form, [FromServices] RefusalDecisions refusals, CancellationToken ct) =>
        DoAsync(number, form, () => refusals.ProposeAsync(new ProposeRefusalRequest(number, form.Ground ?? "", form.RefuseReason ?? ""), current.Actor, ct), ct);

    [HttpPost("/screening/{number}/transfer")]
    [Authorize(Policy = Abilities.TransferPetitions)]
    public Task<IActionResult> Transfer(string number, ScreeningForm form, [FromServices] TransferDecisions transfers, CancellationToken ct) =>
        DoAsync(number, form, () => transfers.ProposeAsync(
            new ProposeTransferRequest(number, form.OrganKind ?? "", form.OrganName ?? "", form.TransferReason ?? "", form.Extract ?? ""), current.Actor, ct), ct);

    [HttpPost("/screening/{number}/identity")]
    [Authorize(Policy = Abilities.RevealIdentity)]
    public async Task<IActionResult> Identity(string number, ScreeningForm form, [FromServices] IdentityService identities, CancellationToken ct)
    {
        RevealedIdentity? revealed = null;
        if (!await rules.TryAsync(ModelState, _ => nameof(form.IdentityReason), async () =>
            revealed = await identities.RevealAsync(number, form.IdentityReason, HttpContext.Connection.RemoteIpAddress?.ToString(), current.Actor, ct)))
        {
            return await AgainAsync(number, form, ct);
        }

        Response.Headers.CacheControl = "no-store";
        return View(revealed);
    }

    /// <summary>One path for every form: a broken rule shows the page again with 422 and what was typed, success redirects.</summary>
    private async Task<IActionResult> DoAsync(string number, ScreeningForm form, Func<Task> act, CancellationToken ct, string? next = null)
    {
        if (!await rules.TryAsync(ModelState, FieldOf, act))
        {
            return await AgainAsync(number, form, ct);
        }

        TempData["Note"] = texts["saved"].Value;
        // Whoever names his own department or himself has just put the wall before himself.
        return LocalRedirect(await queries.IsOpenToAsync(number, current.Actor, ct) ? next ?? $"~/screening/{number}" : last.Of("/screening"));
    }

    private async Task<IActionResult> AgainAsync(string number, ScreeningForm form, CancellationToken ct)
    {
        var sheet = await SheetAsync(number, form.DepartmentId, ct);
        return RuleForm.Again(this, View(nameof(Sheet), form.FilledFrom(ScreeningForm.Of(sheet, form.DepartmentId ?? sheet.Proposal.DepartmentId))));
    }

    private async Task<ScreeningSheet> SheetAsync(string number, Guid? department, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(number, department, current.Actor, ct);
        await reads.RecordAsync(sheet.Id, current.Actor, "Matter", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Sheet"] = sheet;
        return sheet;
    }

    private static string FieldOf(string code) => code switch
    {
        "petition.conflict-not-declared" => nameof(ScreeningForm.NoConflict),
        "petition.track" => nameof(ScreeningForm.Track),
        "petition.category" or "petition.sub-category" => nameof(ScreeningForm.SubCategory),
        "petition.category-reason" => nameof(ScreeningForm.CategoryReason),
        "petition.urgency" => nameof(ScreeningForm.Urgency),
        "petition.materials-items" or "petition.materials-once" => nameof(ScreeningForm.Items),
        "petition.first-handler-missing" => nameof(ScreeningForm.FirstHandlerId),
        "petition.substitute-needed" or "petition.substitute-absent" => nameof(ScreeningForm.SubstituteId),
        "routing.override-reason" => nameof(ScreeningForm.OverrideReason),
        "refusal.ground" or "refusal.transfer-instead" => nameof(ScreeningForm.Ground),
        "transfer.organ-kind" => nameof(ScreeningForm.OrganKind),
        "petition.receiver-is-respondent" => nameof(ScreeningForm.OrganName),
        "petition.answer" => nameof(ScreeningForm.Answer),
        "respondent.name" => nameof(ScreeningForm.RespondentName),
        _ => "",
    };
}
