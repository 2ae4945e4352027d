using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Supervision;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Assigning one matter or many (交办): every row its own save, "5 done, 1 refused: why" (J6 step 2).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.AssignPetitions)]
public sealed class AssignController(
    AssignQueries queries, AssignBatchService batch, ICurrentActor current, RuleForm rules, LastList last,
    IStringLocalizer<BoardTexts> texts, IStringLocalizer<RuleTexts> reasons) : Controller
{
    [HttpGet("/board/assign")]
    public async Task<IActionResult> Edit([FromQuery] string[]? pick, CancellationToken ct)
    {
        var matters = await queries.MattersAsync(pick ?? [], current.Actor, ct);
        return View(new AssignPage([.. matters.Select(m => (m, new AssignForm.Row { Number = m.Number, Seen = m.Version }, (string?)null))], [], false));
    }

    [HttpPost("/board/assign")]
    public async Task<IActionResult> Edit(AssignForm form, CancellationToken ct)
    {
        IReadOnlyList<AssignResult> results = [];
        var ran = await rules.TryAsync(ModelState, code => code == "petition.conflict-not-declared" ? nameof(form.NoConflict) : "", async () =>
            results = await batch.AssignAsync([.. (form.Rows ?? []).Select(row => row.ToRow())], form.NoConflict, current.Actor, ct));
        var refused = results.Where(result => result.Refused is not null).ToDictionary(result => result.Row.Number, result => result.Refused);
        if (ran && refused.Count == 0 && results.Count > 0)
        {
            TempData["Note"] = texts["assign.done", results.Count].Value;
            return LocalRedirect(last.Of("/board/new", "/board/overdue", "/board/due", "/board/open"));
        }

        return await AgainAsync(form, ran ? [.. results.Where(result => result.Refused is null).Select(result => result.Row.Number)] : [], refused, ct);
    }

    /// <summary>What is left to do, with what was typed and why it was refused; what is done stands above it.</summary>
    private async Task<IActionResult> AgainAsync(AssignForm form, IReadOnlyList<string> done, Dictionary<string, string?> refused, CancellationToken ct)
    {
        var left = (form.Rows ?? []).Where(row => !done.Contains(row.Number)).ToList();
        var matters = await queries.MattersAsync([.. left.Select(row => row.Number)], current.Actor, ct);
        ModelState.Remove("Rows");
        var rows = new List<(AssignMatter, AssignForm.Row, string?)>();
        foreach (var matter in matters)
        {
            var row = left.First(r => r.Number == matter.Number);
            var code = refused.GetValueOrDefault(matter.Number);
            // Sent again it is measured against what is there now.
            row.Seen = matter.Version;
            if (code is not null)
            {
                ModelState.AddModelError($"Rows_{rows.Count}__{AssignPage.FieldOf(code)}", texts["assign.refused", matter.Number, reasons[code].Value]);
            }

            rows.Add((matter, row, code));
        }

        foreach (var lost in left.Where(row => matters.All(m => m.Number != row.Number)))
        {
            ModelState.AddModelError("", texts["assign.refused", lost.Number, reasons["assign.not-yours"].Value]);
        }

        return RuleForm.Again(this, View("Edit", new AssignPage(rows, done, form.NoConflict)));
    }
}
