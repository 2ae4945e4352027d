using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Drafting a reply in three parts, and deciding on it by another person.</summary>
[Area("Casework")]
public sealed class ReplyController(
    CaseQueries cases, ReplyService replies, ReadLog reads, ICurrentActor current, IValidator<ReplyForm> validator, RuleForm rules, IStringLocalizer<CaseTexts> texts) : Controller
{
    [HttpGet("/cases/{number}/reply")]
    [Authorize(Policy = Abilities.DraftReplies)]
    public async Task<IActionResult> Edit(string number, CancellationToken ct)
    {
        var sheet = await LoadAsync(number, CaseAct.Draft, ct);
        var draft = DraftOf(sheet);
        return View(new ReplyForm
        {
            Seen = draft?.Version ?? 0,
            ClaimAnswers = draft?.ClaimAnswers,
            Facts = draft?.Facts,
            Law = draft?.Law,
            Articles = draft?.Articles,
            Reason = draft?.Reason,
            Assessment = draft?.Assessment,
        });
    }

    [HttpPost("/cases/{number}/reply")]
    [Authorize(Policy = Abilities.DraftReplies)]
    public async Task<IActionResult> Edit(string number, ReplyForm form, CancellationToken ct)
    {
        var check = await validator.ValidateAsync(form, ct);
        if (!check.IsValid)
        {
            await LoadAsync(number, CaseAct.Draft, ct);
            check.AddToModelState(ModelState);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        var submits = form.Act == "submit";
        if (!await rules.TryAsync(ModelState, FieldOf, () => submits
            ? replies.SubmitAsync(number, form.Texts, current.Actor, ct)
            : replies.SaveDraftAsync(number, form.Texts, current.Actor, ct)))
        {
            return await AgainAsync(number, form, ct);
        }

        TempData["Note"] = texts[submits ? "reply.submitted" : "reply.saved"].Value;
        return LocalRedirect(submits ? $"~/cases/{number}" : $"~/cases/{number}/reply");
    }

    /// <summary>The form with what was typed; beside it the text somebody else saved meanwhile, which the next press replaces.</summary>
    private async Task<IActionResult> AgainAsync(string number, ReplyForm form, CancellationToken ct)
    {
        var theirs = DraftOf(await LoadAsync(number, CaseAct.Draft, ct));
        if ((theirs?.Version ?? 0) != form.Seen)
        {
            ViewData["Theirs"] = theirs;
            ModelState.Remove(nameof(form.Seen));
            form.Seen = theirs?.Version ?? 0;
        }

        return RuleForm.Again(this, View("Edit", form));
    }

    [HttpGet("/cases/{number}/decide")]
    [Authorize(Policy = Abilities.ApproveReplies)]
    public async Task<IActionResult> Decide(string number, CancellationToken ct) => View(await LoadAsync(number, CaseAct.Decide, ct));

    [HttpPost("/cases/{number}/approve")]
    [Authorize(Policy = Abilities.ApproveReplies)]
    public async Task<IActionResult> Approve(string number, CancellationToken ct)
    {
        await replies.ApproveAsync(number, current.Actor, ct);
        TempData["Note"] = texts["decide.approved"].Value;
        return LocalRedirect($"~/cases/{number}");
    }

    [HttpPost("/cases/{number}/return")]
    [Authorize(Policy = Abilities.ApproveReplies)]
    public async Task<IActionResult> Return(string number, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            ModelState.AddModelError("Reason", texts["decide.reason.empty"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Decide", await LoadAsync(number, CaseAct.Decide, ct));
        }

        await replies.ReturnAsync(number, reason, current.Actor, ct);
        TempData["Note"] = texts["decide.returned"].Value;
        return LocalRedirect($"~/cases/{number}");
    }

    private static CaseReply? DraftOf(CaseSheet sheet) => sheet.Replies.LastOrDefault(r => r.Kind == "Result" && r.State is ReplyState.Draft or ReplyState.Returned);

    private static string FieldOf(string code) => code switch
    {
        "reply.facts-missing" => nameof(ReplyForm.Facts),
        "reply.law-missing" => nameof(ReplyForm.Law),
        "reply.article-missing" => nameof(ReplyForm.Articles),
        "reply.reason-missing" => nameof(ReplyForm.Reason),
        "reply.claims-missing" => nameof(ReplyForm.ClaimAnswers),
        _ => "",
    };

    private async Task<CaseSheet> LoadAsync(string number, CaseAct needed, CancellationToken ct)
    {
        var sheet = await cases.SheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet, current.Actor, "Reply", ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Sheet"] = sheet;
        return sheet.Acts.Contains(needed) ? sheet : throw new NotFoundException();
    }
}
