using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Likely repeats of a matter, joining, linking and taking apart (domain.md 3.7, seed feature 17).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.MergePetitions)]
[Route("/cases/{number}/links")]
public sealed class LinksController(JoinQueries queries, JoinService joining, ReadLog reads, ICurrentActor current, RuleForm rules, IStringLocalizer<JoinTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Sheet(string number, CancellationToken ct) => await PageAsync(number, null, ct);

    [HttpPost("merge")]
    public Task<IActionResult> Merge(string number, JoinForm form, CancellationToken ct) =>
        DoAsync(number, form, "merged.done", form.FieldOf, () => joining.MergeAsync(form.ToRequest(number), current.Actor, ct), ct);

    [HttpPost("repeat")]
    public Task<IActionResult> Repeat(string number, JoinForm form, CancellationToken ct) =>
        DoAsync(number, form, "repeat.done", form.FieldOf, () => joining.LinkAsync(form.ToRequest(number), current.Actor, ct), ct);

    [HttpPost("undo")]
    public Task<IActionResult> Undo(string number, JoinForm form, CancellationToken ct) =>
        DoAsync(number, form, "undo.done", code => code == "merge.reason" ? nameof(form.UndoReason) : "", () => joining.UndoAsync(number, form.UndoReason, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(string number, JoinForm form, string done, Func<string, string> fieldOf, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, fieldOf, act))
        {
            return RuleForm.Again(this, await PageAsync(number, form, ct));
        }

        TempData["Note"] = texts[done].Value;
        return LocalRedirect($"~/cases/{number}/links");
    }

    private async Task<IActionResult> PageAsync(string number, JoinForm? form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet.Id, current.Actor, "Links", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Sheet"] = sheet;
        return View("~/Areas/Casework/Views/Links/Sheet.cshtml", form ?? new JoinForm
        {
            Target = sheet.Similar.FirstOrDefault(other => other.Likely)?.Number,
            Notice = texts["notice.default", sheet.Number].Value,
        });
    }
}
