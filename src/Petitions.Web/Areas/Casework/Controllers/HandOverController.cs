using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Web.Access;
using Petitions.Web.Areas.Casework.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Controllers;

/// <summary>Handing a matter to another handler or naming a substitute (首办责任人 stays).</summary>
[Area("Casework")]
[Authorize(Policy = Abilities.HandOverPetitions + "," + Abilities.AssignPetitions)]
[Route("/cases/{number}")]
public sealed class HandOverController(
    CaseQueries cases, CandidateQueries candidates, AssignmentService assignments, ReadLog reads, ICurrentActor current,
    IValidator<HandOverForm> validator, IStringLocalizer<CaseTexts> texts) : Controller
{
    [HttpGet("hand-over")]
    public async Task<IActionResult> Edit(string number, Guid? department, CancellationToken ct) => await ShowAsync(number, department, new HandOverForm(), ct);

    [HttpPost("hand-over")]
    public async Task<IActionResult> Edit(string number, Guid? department, HandOverForm form, CancellationToken ct)
    {
        var check = await validator.ValidateAsync(form, ct);
        if (!check.IsValid)
        {
            check.AddToModelState(ModelState);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(number, department, form, ct);
        }

        var request = new HandOverRequest(number, form.StaffId, form.Reason);
        await (form.AsSubstitute ? assignments.NameSubstituteAsync(request, current.Actor, ct) : assignments.HandOverAsync(request, current.Actor, ct));
        TempData["Note"] = texts[form.AsSubstitute ? "hand-over.substitute.done" : "hand-over.done"].Value;
        return LocalRedirect($"~/cases/{number}");
    }

    [HttpPost("substitute/end")]
    public async Task<IActionResult> EndSubstitute(string number, CancellationToken ct)
    {
        await assignments.EndSubstituteAsync(number, current.Actor, ct);
        TempData["Note"] = texts["hand-over.ended"].Value;
        return LocalRedirect($"~/cases/{number}");
    }

    private async Task<IActionResult> ShowAsync(string number, Guid? department, HandOverForm form, CancellationToken ct)
    {
        var sheet = await cases.SheetAsync(number, current.Actor, ct);
        if (!sheet.Acts.Contains(CaseAct.HandOver))
        {
            throw new NotFoundException();
        }

        await reads.RecordAsync(sheet, current.Actor, "HandOver", ct, HttpContext.Connection.RemoteIpAddress?.ToString());
        var unit = department ?? sheet.DepartmentId;
        ViewData["Sheet"] = sheet;
        ViewData["Department"] = unit;
        ViewData["Candidates"] = unit is { } chosen ? await candidates.ForMatterAsync(number, chosen, current.Actor, ct) : [];
        return View("Edit", form);
    }
}
