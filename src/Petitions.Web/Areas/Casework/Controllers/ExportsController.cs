using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;
using Petitions.Services.Exports;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Exports: asked for here, made in the background, fetched by their maker alone (security.md C6).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.ExportPetitions)]
public sealed class ExportsController(ExportService exports, ExportQueries queries, ICurrentActor current, RuleForm rules, IStringLocalizer<ExportPageTexts> texts) : Controller
{
    [HttpGet("/exports")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await queries.MineAsync(current.Actor, ct));

    [HttpGet("/exports/new")]
    public IActionResult New(ExportForm form) => View(nameof(New), form);

    [HttpPost("/exports")]
    public async Task<IActionResult> Ask(ExportForm form, CancellationToken ct)
    {
        var id = Guid.Empty;
        if (!await rules.TryAsync(ModelState, code => code switch { "export.reason" => nameof(form.Reason), "export.no-names" => nameof(form.WithNames), _ => "" },
            async () => id = await exports.AskAsync(new AskExport
            {
                Source = form.Source(),
                Format = form.Format,
                WithNames = form.WithNames,
                Reason = form.Reason,
                Language = PetitionCultures.Current,
            }, current.Actor, ct)))
        {
            return RuleForm.Again(this, New(form));
        }

        TempData["Note"] = texts["asked"].Value;
        return LocalRedirect($"~/exports/{id}");
    }

    [HttpGet("/exports/{id:guid}")]
    public async Task<IActionResult> Sheet(Guid id, CancellationToken ct) => View(nameof(Sheet), await queries.OwnAsync(id, current.Actor, ct));

    [HttpPost("/exports/{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => exports.CancelAsync(id, current.Actor, ct)))
        {
            return RuleForm.Again(this, await Sheet(id, ct));
        }

        TempData["Note"] = texts["cancelled"].Value;
        return LocalRedirect($"~/exports/{id}");
    }

    [HttpGet("/exports/{id:guid}/file")]
    public async Task<IActionResult> Fetch(Guid id, CancellationToken ct)
    {
        var file = await exports.FetchAsync(id, HttpContext.Connection.RemoteIpAddress?.ToString(), current.Actor, ct);
        Response.Headers.CacheControl = "no-store";
        var name = ChinaTime.LocalOf(file.MadeAt).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        return file.Format == ExportFormat.Csv
            ? File(file.Content, "text/csv; charset=utf-8", $"{file.Name}-{name}.csv")
            : File(file.Content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{file.Name}-{name}.xlsx");
    }
}
