using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Retaliation;
using Petitions.Web.Filing;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>The petitioner reports retaliation on his own matter, at any time, also after it was closed (T22-18(4)).</summary>
[Area("Citizen")]
[AllowAnonymous]
[Route("/petitions/{number:length(10,16)}/retaliation")]
public sealed class MyRetaliationController(
    AccessTickets tickets, RetaliationQueries queries, RetaliationService retaliation, RuleForm rules, IStringLocalizer<RetaliationTexts> texts, IStringLocalizer<TrackTexts> track) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Report(string number, CancellationToken ct) =>
        tickets.Find(HttpContext, number) is { } actor
            ? await ShowAsync(new RetaliationForm(), actor, ct)
            : LocalRedirect($"~/petitions/track?number={Uri.EscapeDataString(number)}");

    [HttpPost("")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Report(string number, RetaliationForm form, [FromServices] PetitionAccess access, [FromServices] IStringLocalizer<RuleTexts> missing, CancellationToken ct)
    {
        var actor = tickets.Find(HttpContext, number);

        // The time may be over while a long text is written: the code is asked for on the same page, and the text stays.
        if (actor is null && form.Code is { Length: > 0 } code && await access.OpenAsync(number, code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct) is { } opened)
        {
            tickets.Grant(HttpContext, opened);
            actor = Actor.Citizen(opened.PetitionId);
        }

        if (actor is null)
        {
            ModelState.AddModelError(nameof(form.Code), track[form.Code is null ? "add.code" : "wrong"]);
            ViewData["AskCode"] = true;
            return RuleForm.Again(this, await ShowAsync(form, null, ct));
        }

        form.Check(ModelState, missing);
        if (!await rules.TryAsync(ModelState, RetaliationForm.FieldOf, () => retaliation.ReportAsync(form.ToRequest(), actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(form, actor, ct));
        }

        TempData["Note"] = texts["done"].Value;
        return LocalRedirect($"~/petitions/{number}/retaliation");
    }

    private async Task<IActionResult> ShowAsync(RetaliationForm form, Actor? actor, CancellationToken ct)
    {
        ViewData["Own"] = actor is null ? [] : await queries.OwnAsync(actor, ct);
        return View("Report", form);
    }
}
