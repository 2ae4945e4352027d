using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>The screening queue and the screening of one matter (domain.md 2.3).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.ScreenPetitions)]
public sealed class ScreeningController(ScreeningQueries queries, ScreeningService screening, ICurrentActor current) : Controller
{
    [HttpGet("/screening")]
    public async Task<IActionResult> Index(PetitionState? state, string? after, CancellationToken ct)
    {
        ViewData["State"] = state;
        return View("~/Areas/Casework/Views/Screening/Index.cshtml", await queries.ListAsync(state, after, current.Actor, ct));
    }

    [HttpGet("/screening/{number}")]
    public async Task<IActionResult> Sheet(string number, Guid? department, [FromServices] ReadLog reads, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(number, department, current.Actor, ct);
        await reads.RecordAsync(sheet.Id, current.Actor, "Matter", null, ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        ViewData["Department"] = department ?? sheet.Proposal.DepartmentId;
        return View("~/Areas/Casework/Views/Screening/Sheet.cshtml", sheet);
    }

    [HttpPost("/screening/{number}/start")]
    public async Task<IActionResult> Start(string number, bool noConflict, CancellationToken ct)
    {
        await screening.StartAsync(number, noConflict, current.Actor, ct);
        return Back(number);
    }

    [HttpPost("/screening/{number}/classify")]
    public async Task<IActionResult> Classify(string number, ClassifyForm form, CancellationToken ct)
    {
        await screening.ClassifyAsync(new ClassifyRequest(number, form.Found), current.Actor, ct);
        return Back(number);
    }

    [HttpPost("/screening/{number}/materials")]
    public async Task<IActionResult> Materials(string number, string? items, CancellationToken ct)
    {
        await screening.RequestMaterialsAsync(new RequestMaterialsRequest(number, items ?? ""), current.Actor, ct);
        return Back(number);
    }

    [HttpPost("/screening/{number}/resume")]
    public async Task<IActionResult> Resume(string number, CancellationToken ct)
    {
        await screening.ResumeAsync(number, current.Actor, ct);
        return Back(number);
    }

    [HttpPost("/screening/{number}/accept")]
    [Authorize(Policy = Abilities.AcceptPetitions)]
    public async Task<IActionResult> Accept(string number, AcceptForm form, [FromServices] AcceptanceService acceptance, CancellationToken ct)
    {
        await acceptance.AcceptAsync(new AcceptRequest(number, form.DepartmentId, form.FirstHandlerId, form.NoConflict, form.SubstituteId, form.OverrideReason), current.Actor, ct);
        return Redirect("~/screening");
    }

    private RedirectResult Back(string number) => Redirect($"~/screening/{number}");
}
