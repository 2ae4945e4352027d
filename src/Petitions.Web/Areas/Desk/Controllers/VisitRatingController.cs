using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Services.Ratings;
using Petitions.Web.Access;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The visitor rates the reception behind the link of his ticket, once it is over; a member of staff finds nothing here (seed feature 38).</summary>
[Area("Desk")]
[AllowAnonymous]
[Route("/visits/{token:length(22)}/rate")]
public sealed class VisitRatingController(
    VisitRatingQueries queries, VisitRatingService ratings, ICurrentActor current, RuleForm rules, IStringLocalizer<AnswerTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Rate(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } visit)
        {
            return NotFound();
        }

        return visit.MayRate ? Page(visit, new RateVisitForm()) : LocalRedirect($"~/visits/{token}");
    }

    [HttpPost("")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Rate(string token, RateVisitForm form, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } visit)
        {
            return NotFound();
        }

        foreach (var (field, _) in form.Aspects.Where(aspect => string.IsNullOrEmpty(aspect.Value)))
        {
            ModelState.AddModelError(field, texts["rate.choose"]);
        }

        if (!await rules.TryAsync(ModelState, code => code == "rating.comment" ? nameof(form.Comment) : "",
            () => ratings.RateAsync(visit.PlaceToken, RatingGiven.OfVisit(form.Attitude!, form.Timeliness!, form.Result!, form.Comment), current.Actor, ct)))
        {
            return RuleForm.Again(this, Page(visit, form));
        }

        TempData["Note"] = texts["rate.done"].Value;
        return LocalRedirect($"~/visits/{token}");
    }

    /// <summary>Null while the visit goes on: there is nothing to rate yet.</summary>
    private async Task<VisitToRate?> FindAsync(string token, CancellationToken ct) =>
        current.Actor.Kind == ActorKind.Citizen && SecretLink.TryDecode(token) is { } secret ? await queries.OfLinkAsync(secret, ct) : null;

    private ViewResult Page(VisitToRate visit, RateVisitForm form)
    {
        Response.Headers.CacheControl = "no-store";
        ViewData["Visit"] = visit;
        return View("~/Areas/Desk/Views/Visits/Rate.cshtml", form);
    }
}
