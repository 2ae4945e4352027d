using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Services;
using Petitions.Services.Petitions.Documents.Templates;
using Petitions.Web.Access;
using Petitions.Web.Areas.Admin.Models;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Wording of documents: see every version, make the next one, look at it before it is saved.</summary>
[Area("Admin")]
[Authorize(Policy = Abilities.ManageReferenceData)]
public sealed class TemplateController(
    DocumentTemplateQueries queries, DocumentTemplateService service, ICurrentActor current, RuleForm rules, IStringLocalizer<TemplateTexts> texts) : Controller
{
    [HttpGet("/admin/templates")]
    public async Task<IActionResult> Index(Guid? after, CancellationToken ct)
    {
        var (lines, next) = await queries.ListAsync(after, ct);
        ViewData["Next"] = next;
        return View(lines);
    }

    [HttpGet("/admin/templates/new")]
    public IActionResult New(string? type) => View("Edit", new TemplatePage([], new TemplateForm { Type = type }));

    [HttpPost("/admin/templates/new")]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] TemplateForm form, CancellationToken ct) =>
        SaveAsync(form, () => Task.FromResult<IReadOnlyList<TemplateLine>>([]), change => service.CreateAsync(
            new TemplateSelector { Type = form.Type ?? "", State = form.State ?? "", Category = form.Category ?? "", Track = form.Track ?? "" }, change, current.Actor, ct));

    [HttpGet("/admin/templates/{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var versions = await queries.VersionsAsync(id, ct);
        return View("Edit", new TemplatePage(versions, TemplateForm.Of(versions[0])));
    }

    [HttpPost("/admin/templates/{id:guid}")]
    public async Task<IActionResult> Revise(Guid id, [Bind(Prefix = "Form")] TemplateForm form, CancellationToken ct)
    {
        form.Type = (await queries.VersionsAsync(id, ct))[0].Type;
        return await SaveAsync(form, () => queries.VersionsAsync(id, ct), change => service.ReviseAsync(id, form.FromVersion, change, current.Actor, ct));
    }

    /// <summary>One version as it is, with invented values.</summary>
    [HttpGet("/admin/templates/{id:guid}/preview")]
    public async Task<IActionResult> Preview(Guid id, CancellationToken ct)
    {
        var version = (await queries.VersionsAsync(id, ct)).Single(line => line.Id == id);
        return Shown(await queries.PreviewAsync(version.Type, version.Text, null, current.Actor, ct), $"~/admin/templates/{id}");
    }

    /// <summary>What is typed, before it is saved: with invented values, or with those of a matter the person may know of.</summary>
    [HttpPost("/admin/templates/preview")]
    public async Task<IActionResult> PreviewTyped([Bind(Prefix = "Form")] TemplateForm form, CancellationToken ct)
    {
        Check(form);
        if (ModelState.IsValid)
        {
            try
            {
                return Shown(await queries.PreviewAsync(form.Type ?? "", form.Text ?? "", form.Matter, current.Actor, ct), null);
            }
            catch (NotFoundException)
            {
                ModelState.AddModelError("Form.Matter", texts["matter.missing"]);
            }
        }

        return RuleForm.Again(this, View("Edit", new TemplatePage([], form)));
    }

    private async Task<IActionResult> SaveAsync(TemplateForm form, Func<Task<IReadOnlyList<TemplateLine>>> versions, Func<TemplateChange, Task<Guid>> save)
    {
        Check(form);
        rules.RequireDay(ModelState, "Form.ValidFrom", form.ValidFrom);
        var saved = Guid.Empty;
        var done = await rules.TryAsync(ModelState, FieldOf, async () => saved = await save(new TemplateChange
        {
            Text = form.Text ?? "",
            ValidFrom = DateText.Parse(form.ValidFrom)!.Value,
            Reason = form.Reason ?? "",
        }));
        if (!done)
        {
            return RuleForm.Again(this, View("Edit", new TemplatePage(await versions(), form)));
        }

        TempData["Note"] = texts["saved"].Value;
        return LocalRedirect($"~/admin/templates/{saved}");
    }

    /// <summary>Says line by line what the text may not hold.</summary>
    private void Check(TemplateForm form)
    {
        foreach (var problem in TemplateText.Problems(form.Text ?? "", DocumentFields.Names(form.Type ?? "")))
        {
            ModelState.AddModelError("Form.Text", texts[$"problem.{problem.Code}", problem.Line, problem.What]);
        }
    }

    private ViewResult Shown(Domain.Petitions.Documents.Paper paper, string? back)
    {
        ViewData["Back"] = back;
        ViewData["Preview"] = true;
        return View("~/Views/Shared/Paper.cshtml", paper);
    }

    private static string FieldOf(string code) => code switch
    {
        "template.text" => "Form.Text",
        "template.valid-from" => "Form.ValidFrom",
        "template.reason" => "Form.Reason",
        "template.type" or "template.exists" => "Form.Type",
        _ => "",
    };
}
