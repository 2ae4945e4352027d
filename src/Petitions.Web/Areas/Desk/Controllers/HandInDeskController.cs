using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.HandIns;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Files;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The intake desk completes what came from the points.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.RegisterPetitions)]
public sealed class HandInDeskController(HandInDesk desk, ICurrentActor current, RuleForm rules, IStringLocalizer<HandInTexts> texts, IStringLocalizer<DeskTexts> labels) : Controller
{
    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    [HttpGet("/desk/hand-ins")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("~/Areas/Desk/Views/HandIns/Waiting.cshtml", await desk.WaitingAsync(current.Actor, ct));

    [HttpGet("/desk/hand-ins/{number}")]
    public async Task<IActionResult> Sheet(string number, CancellationToken ct)
    {
        var sheet = await desk.SheetAsync(number, Address, current.Actor, ct);
        return Show(sheet, new CompleteHandInForm { NoticeWay = sheet.NoticeWay });
    }

    [HttpPost("/desk/hand-ins/{number}")]
    public async Task<IActionResult> Complete(string number, CompleteHandInForm form, CancellationToken ct)
    {
        var names = new Dictionary<string, string> { ["IdNumber"] = labels["id-number"], ["Phone"] = labels["phone"], ["Address"] = labels["address"] };
        if (!await rules.TryAsync(ModelState, CompleteHandInForm.FieldOf, () => desk.CompleteAsync(number, form.ToRequest(names, texts["comma"]), current.Actor, ct)))
        {
            return RuleForm.Again(this, Show(await desk.SheetAsync(number, Address, current.Actor, ct), form));
        }

        TempData["Note"] = texts["completed", number].Value;
        return LocalRedirect("~/desk/hand-ins");
    }

    [HttpGet("/desk/hand-ins/{number}/files/{id:guid}")]
    public async Task<IActionResult> File(string number, Guid id, CancellationToken ct) => FileDownload.Of(Response, await desk.FileAsync(number, id, Address, current.Actor, ct));

    private ViewResult Show(HandInSheet sheet, CompleteHandInForm form)
    {
        ViewData["Sheet"] = sheet;
        return View("~/Areas/Desk/Views/HandIns/Complete.cshtml", form);
    }
}
