using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents.OnDemand;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The documents of a matter, and those that somebody asks for: registration form, receipts, flow sheet, urging note (domain.md 4.2).</summary>
[Area("Casework")]
[Authorize(Policy = CasesController.ReadPolicy)]
public sealed class OnDemandController(
    OnDemandQueries queries, OnDemandService service, DocumentPdfs pdfs, ReadLog reads, ICurrentActor current, RuleForm rules, IStringLocalizer<CaseFileTexts> texts) : Controller
{
    /// <param name="number">The matter.</param>
    /// <param name="visit">Chosen beforehand, from the page of the visit.</param>
    /// <param name="document">Chosen beforehand, from the page of a letter.</param>
    /// <param name="type">Unfolded beforehand, from the list of overdue matters.</param>
    /// <param name="ct">Cancels.</param>
    [HttpGet("/cases/{number}/documents")]
    public Task<IActionResult> Index(string number, Guid? visit, Guid? document, string? type, CancellationToken ct) =>
        ShowAsync(number, new OnDemandForm { VisitId = visit, DocumentId = document, Type = visit is not null ? OnDemandTypes.Visit : document is not null ? OnDemandTypes.Service : type }, ct);

    [HttpPost("/cases/{number}/documents")]
    public async Task<IActionResult> Issue(string number, OnDemandForm form, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(form.ServedOn))
        {
            rules.RequireDay(ModelState, nameof(form.ServedOn), form.ServedOn);
        }

        var issued = Guid.Empty;
        if (!await rules.TryAsync(ModelState, OnDemandForm.FieldOf, async () => issued = await service.IssueAsync(form.Request(number), current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(number, form, ct));
        }

        TempData["Note"] = texts["issued"].Value;
        return LocalRedirect($"~/cases/{number}/documents#d-{issued}");
    }

    private async Task<IActionResult> ShowAsync(string number, OnDemandForm form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(number, current.Actor, ct);
        await reads.RecordAsync(sheet.PetitionId, current.Actor, "Documents", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Sheet"] = sheet;
        ViewData["Pdf"] = pdfs.IsAvailable;
        return View("~/Areas/Casework/Views/OnDemand/Index.cshtml", form);
    }
}
