using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Reference;
using Petitions.Services.Reference;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Reference lists: see every version, make the next one.</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageReferenceData)]
public sealed class ReferenceController(
    ReferenceQueries queries, ReferenceService service, ICurrentActor current, RuleForm rules, IStringLocalizer<AdminTexts> texts) : Controller
{
    [HttpGet("/admin/reference")]
    public async Task<IActionResult> Lists(CancellationToken ct) => View(await queries.ListsAsync(ct));

    [HttpGet("/admin/reference/{list}")]
    public async Task<IActionResult> Items(string list, Guid? after, CancellationToken ct)
    {
        var (lines, next) = await queries.ItemsAsync(list, after, ct);
        ViewData["List"] = list;
        ViewData["Next"] = next;
        return View(lines);
    }

    [HttpGet("/admin/reference/items/{id:guid}")]
    public async Task<IActionResult> Item(Guid id, CancellationToken ct)
    {
        var versions = await queries.VersionsAsync(id, ct);
        return View(new ReferencePage(versions, ReferenceForm.Of(versions[0])));
    }

    [HttpPost("/admin/reference/items/{id:guid}")]
    public async Task<IActionResult> Revise(Guid id, [Bind(Prefix = "Form")] ReferenceForm form, CancellationToken ct)
    {
        rules.RequireDay(ModelState, "Form.ValidFrom", form.ValidFrom);
        var next = id;
        var done = await rules.TryAsync(ModelState, FieldOf, async () => next = await service.ReviseAsync(id, form.FromVersion, new ReferenceChange
        {
            Zh = form.Zh ?? "",
            En = form.En ?? "",
            Enabled = form.Enabled,
            ValidFrom = DateText.Parse(form.ValidFrom)!.Value,
            Source = form.Source ?? "",
            Attributes = form.Attributes ?? "",
        }, current.Actor, ct));
        if (!done)
        {
            return RuleForm.Again(this, View(nameof(Item), new ReferencePage(await queries.VersionsAsync(id, ct), form)));
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect($"~/admin/reference/items/{next}");
    }

    private static string FieldOf(string code) => code switch
    {
        "reference.text" => "Form.Zh",
        "reference.attributes" => "Form.Attributes",
        "reference.valid-from" => "Form.ValidFrom",
        "reference.source" => "Form.Source",
        _ => "",
    };
}
